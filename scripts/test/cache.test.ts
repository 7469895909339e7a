import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { afterAll, expect, it } from "vitest";
import { copyRepository } from "./copy-repository.ts";

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

/** Changes one file, returns the packages whose tests would run again, and restores the file. */
async function runsAgainAfter(file: string, change: (text: string) => string): Promise<string[]> {
  const path = join(copy.folder, file);
  const original = await readFile(path, "utf8");
  expect(change(original)).not.toBe(original);
  await writeFile(path, change(original));
  const after = await testHashes();
  await writeFile(path, original);
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
}

const everyPackage = [
  "bench",
  "cli",
  "client",
  "codegen",
  "contract",
  "docs",
  "faults",
  "mock",
  "packaging",
  "scripts",
  "spec",
  "types",
];

// `scripts` is in every list: the test of `pnpm start` builds and serves everything.

it("a changed description in the spec runs the tests of everything built from it again", async () => {
  const again = await runsAgainAfter("spec/components/schemas/Label.yaml", (text) =>
    text.replace("Name of the label", "Text of the label"),
  );
  expect(again).toEqual(everyPackage);
});

it("a changed docs template runs the tests of the docs and of those that use them again", async () => {
  const again = await runsAgainAfter("packages/docs/browser/page.hbs", (text) => `${text}\n`);
  expect(again).toEqual(["bench", "contract", "docs", "scripts"]);
});

it("a changed client leaves the spec, the types and the mock alone", async () => {
  const again = await runsAgainAfter("packages/client/src/index.ts", (text) => `${text}\n`);
  // The docs' tests run the TypeScript sample.
  expect(again).toEqual(["bench", "cli", "client", "contract", "docs", "faults", "packaging", "scripts"]);
});

it("a changed root configuration runs every test again", async () => {
  const again = await runsAgainAfter("tsconfig.base.json", (text) => `${text}\n`);
  expect(again).toEqual(everyPackage);
});
