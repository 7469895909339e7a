import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { everyKind } from "../support/every-kind.ts";
import { run } from "../support/sample-runner.ts";

const script = fileURLToPath(new URL("../../scripts/dev.ts", import.meta.url));

describe("pnpm dev", () => {
  let bundles: string;
  let process_: ChildProcess;
  let output = "";
  let url: string;

  beforeAll(async () => {
    bundles = await mkdtemp(join(tmpdir(), "bundles-"));
    for (const name of ["openapi.json", "openapi.yaml"])
      await writeFile(join(bundles, name), JSON.stringify(everyKind));
    process_ = spawn(process.execPath, [script, "--port", "0", "--bundles", bundles]);
    for (const stream of [process_.stdout, process_.stderr]) stream?.on("data", (text) => (output += text));
    await vi.waitUntil(() => output.includes("Ctrl-C ends."), 60_000);
    url = /http:\S+\d/.exec(output)?.[0] ?? "";
  });

  afterAll(async () => {
    process_.kill();
    await rm(bundles, { recursive: true });
  });

  async function edit(from: string, to: string): Promise<void> {
    const file = join(bundles, "openapi.json");
    await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
  }

  const shows = (text: string) =>
    vi.waitUntil(async () => (await (await fetch(url)).text()).includes(text), { timeout: 60_000, interval: 100 });

  it("shows an edit of the bundle, and says how long that took", async () => {
    await edit("What it is.", "What it is now.");
    await shows("What it is now.");

    expect(output).toMatch(/Built in \d+\.\d s\.\n/);
  });

  it("keeps the last good pages when the bundle cannot be read, and goes on when it can", async () => {
    await edit('"openapi"', "openapi");
    await vi.waitUntil(() => output.includes("The last good pages stay."), 60_000);
    await shows("What it is now.");
    await edit("openapi", '"openapi"');
    await edit("is now", "is fixed");

    await shows("What it is fixed.");
  });

  it("does not start without a good page", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bundles-"));
    await writeFile(join(folder, "openapi.json"), "{");
    const outcome = await run(process.execPath, [script, "--port", "0", "--bundles", folder]);
    await rm(folder, { recursive: true });

    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining("JSON") });
  });
});
