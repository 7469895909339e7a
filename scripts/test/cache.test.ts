import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { afterAll, expect, it } from "vitest";
import { copyRepository } from "../src/copy-repository.ts";

const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));
const copy = await copyRepository();
afterAll(() => copy[Symbol.asyncDispose]());

/** Returns the hash of each package's tests. While it is unchanged, Turborepo takes their result from its cache. */
async function testHashes(): Promise<Map<string, string>> {
  const { stdout } = await x(process.execPath, [turbo, "run", "test", "--dry=json"], {
    throwOnError: true,
    nodeOptions: { cwd: copy.folder, env: { TURBO_TELEMETRY_DISABLED: "1" } },
  });
  const { tasks }: { tasks: { task: string; package: string; hash: string; command: string }[] } = JSON.parse(stdout);
  const tests = tasks.filter(({ task, command }) => task === "test" && command !== "<NONEXISTENT>");
  return new Map(tests.map((test) => [test.package.replace("@testsigma-tms/", ""), test.hash]));
}

const before = await testHashes();

const everyPackage = [...before.keys()].sort();

// `scripts` is in every list: the test of `pnpm start` builds and serves everything.
it.each([
  { change: "description in the spec", file: "spec/components/schemas/Label.yaml", again: everyPackage },
  { change: "docs template", file: "packages/docs/browser/page.hbs", again: ["docs", "scripts"] },
  {
    // The docs' tests run the TypeScript sample; the spec, the types and the mock are left alone.
    change: "client",
    file: "packages/client/src/index.ts",
    again: ["bench", "cli", "client", "contract", "docs", "faults", "release", "scripts"],
  },
  { change: "root configuration", file: "tsconfig.json", again: everyPackage },
])("a changed $change runs the tests of what is made from it again, and no other", async ({ file, again }) => {
  const path = join(copy.folder, file);
  const original = await readFile(path, "utf8");
  await writeFile(path, file.endsWith(".yaml") ? original.replace("Name of", "Text of") : `${original}\n`);
  const after = await testHashes();
  await writeFile(path, original);

  expect([...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort()).toEqual(again);
});
