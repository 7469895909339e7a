/** Tests of commands that rebuild a whole checkout, in a copy of it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copyRepository } from "@testsigma-tms/support/copy-repository";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { plainEnvironment, succeed } from "../src/run.ts";

const copy = await copyRepository();
beforeAll(() => copy.install());
afterAll(() => copy[Symbol.asyncDispose]());
const cwd = copy.folder;

it("every build empties dist", async () => {
  const manifests = await Promise.all(
    globSync("{spec,packages/*}/package.json", { cwd }).map(async (file) => ({
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

it("dev rebuilds on an edit of the spec, says that generated files are stale, and ends when npx is killed", async () => {
  await edit("packages/docs/package.json", "dev.ts", "dev.ts --port 0");
  await edit("packages/mock/scripts/dev.ts", "port: 4010", "port: 0");
  // Killing npx leaves pnpm, which it started, and pnpm's script running.
  const args = JSON.stringify(["dev"]);
  await writeFile(
    join(cwd, "npx.mjs"),
    `import { spawn } from "node:child_process"; spawn("pnpm", ${args}, { stdio: "inherit" });`,
  );
  const npx = spawn(process.execPath, ["npx.mjs"], {
    cwd,
    env: { ...process.env, ...plainEnvironment },
    detached: true,
  });
  onTestFinished(() => killGroup(npx));
  let output = "";
  npx.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const printed = async (text: RegExp) => {
    await vi.waitUntil(() => text.exec(output), { timeout: 300_000 });
    return text.exec(output)?.[1] ?? "";
  };
  const docs = await printed(/docs:dev: .*?(http:\/\/127\.0\.0\.1:\d+)/);
  await edit("spec/components/schemas/Label.yaml", "Name of the label", "Text of the label");

  await printed(/Generated files do not match the spec/);
  await vi.waitUntil(async () => (await (await fetch(`${docs}/openapi.json`)).text()).includes("Text of the label"));
  npx.kill("SIGKILL");

  await vi.waitUntil(
    () =>
      fetch(docs).then(
        () => false,
        () => true,
      ),
    { timeout: 60_000 },
  );
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
