/** Tests of commands that rebuild a whole checkout, in a copy of it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copyRepository } from "@testsigma-tms/scripts/copy-repository";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { plainEnvironment, succeed } from "../src/run.ts";

const copy = await copyRepository();
beforeAll(() => copy.install());
afterAll(() => copy[Symbol.asyncDispose]());
const cwd = copy.folder;

it("every build empties dist", async () => {
  const manifests = await Promise.all(
    globSync("{spec,cli,packages/*}/package.json", { cwd }).map(async (file) => ({
      dist: join(cwd, dirname(file), "dist"),
      scripts: JSON.parse(await readFile(join(cwd, file), "utf8")).scripts,
    })),
  );
  const ghosts = manifests.filter(({ scripts }) => scripts?.build).map(({ dist }) => join(dist, "ghost.js"));
  for (const ghost of ghosts) await mkdir(dirname(ghost), { recursive: true }).then(() => writeFile(ghost, ""));

  await succeed("pnpm", ["exec", "turbo", "run", "build", "--force"], { cwd });

  expect(ghosts.length).toBeGreaterThan(4);
  expect(ghosts.filter((ghost) => existsSync(ghost))).toEqual([]);
});

describe("dev", () => {
  let npx: ChildProcess;
  let output = "";
  let addresses: Record<string, string> = {};

  /** Resolves once something that was printed after `from` matches. */
  const printed = (text: RegExp, from = 0) => vi.waitUntil(() => text.exec(output.slice(from)), { timeout: 300_000 });

  beforeAll(async () => {
    // Killing npx leaves pnpm, which it started, and pnpm's script running.
    const args = JSON.stringify(["dev", ...["mock", "prism", "docs"].flatMap((name) => [`--${name}-port`, "0"])]);
    const script = `import { spawn } from "node:child_process"; spawn("pnpm", ${args}, { stdio: "inherit" });`;
    await writeFile(join(cwd, "npx.mjs"), script);
    npx = spawn(process.execPath, ["npx.mjs"], { cwd, env: { ...process.env, ...plainEnvironment }, detached: true });
    npx.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
    await printed(/Redoc {2}.*\n/);
    addresses = Object.fromEntries(
      [...output.matchAll(/^ {2}(\w+) +(http:\S+?)(\/\?\S*)?$/gm)].map(([, name, url]) => [name, url]),
    );
  });
  afterAll(() => killGroup(npx));

  it("shows an edit of the spec in docs and mock, and says once that generated files are stale", async () => {
    const from = output.length;
    await edit("spec/components/schemas/Label.yaml", "Name of the label", "Text of the label");

    await printed(/Generated files do not match the spec/, from);
    expect(await (await fetch(`${addresses.Docs}/openapi.json`)).text()).toContain("Text of the label");
    expect((await fetch(new URL("/health", addresses.Mock))).status).toBe(200);
  });

  it("takes that back when they match again", async () => {
    const from = output.length;
    await edit("spec/components/schemas/Label.yaml", "Text of the label", "Name of the label");

    await printed(/generated files match the spec/, from);
    expect(output.slice(from)).not.toContain("do not match");
  });

  it("says what is wrong with an edit, and keeps the last good pages", async () => {
    const from = output.length;
    await edit("spec/openapi.yaml", "openapi: 3.1.0", "openapi: [");

    await printed(/openapi\.yaml/, from);
    expect(await (await fetch(`${addresses.Docs}/openapi.json`)).text()).toContain("Name of the label");
    await edit("spec/openapi.yaml", "openapi: [", "openapi: 3.1.0");
    await printed(/Everything is built/, from);
  });

  it("ends when npx is killed", async () => {
    npx.kill("SIGKILL");

    const ended = (url = "") =>
      fetch(url).then(
        () => false,
        () => true,
      );
    await vi.waitUntil(
      async () => (await ended(addresses.Docs)) && (await ended(addresses.Mock)) && (await ended(addresses.Prism)),
      { timeout: 60_000 },
    );
  });
});

async function edit(file: string, text: string, replacement: string): Promise<void> {
  const path = join(cwd, file);
  await writeFile(path, (await readFile(path, "utf8")).replace(text, replacement));
}

function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-Number(pid), "SIGKILL");
  } catch {
    // It has ended.
  }
}
