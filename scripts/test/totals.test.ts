import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { readTotals } from "../src/totals.ts";

/** Returns the report that Vitest writes for one file of tests. */
function report(...statuses: string[]) {
  const failureMessages = ["AssertionError: expected 1 to be 2\n    at /a/test/one.test.ts:3:5"];
  const assertionResults = statuses.map((status) => ({ fullName: `${status} test`, status, failureMessages }));
  return { testResults: [{ name: "", status: "passed", assertionResults }] };
}

/** Returns a task of Turborepo's summary. */
function task(directory: string, name: string, exitCode?: number, status = "MISS") {
  return { task: name, package: directory, directory, command: "node", cache: { status }, execution: { exitCode } };
}

/** Returns the totals of tasks, each run after the one before, and of the reports in the folders. */
async function totals(tasks: object[], reports: Record<string, unknown> = {}): Promise<string> {
  await using root = await mkdtempDisposable(join(tmpdir(), "totals-"));
  const summaries = tasks.map((run, startTime) => [
    `.turbo/runs/${startTime}.json`,
    { execution: { startTime }, tasks: [run] },
  ]);
  for (const [file, content] of [...summaries, ...Object.entries(reports)] as [string, unknown][]) {
    await mkdir(dirname(join(root.path, file)), { recursive: true });
    await writeFile(join(root.path, file), typeof content === "string" ? content : JSON.stringify(content));
  }
  return (await readTotals(root.path)).lines.join("\n");
}

it("are a line for each package, with what came from the cache, and the sum alone on the last line", async () => {
  const reports = {
    "b/reports/tests.json": report("passed"),
    "packages/a/reports/tests.json": report("passed", "passed"),
  };
  expect(await totals([task("packages/a", "test", 0), task("b", "test", 0, "HIT")], reports)).toBe(
    `b test           1 passed, 0 failed, from the cache
packages/a test  2 passed, 0 failed

1 of 3 passed tests came from the cache.
3 passed, 0 failed`,
  );
});

it("count the tests of the installations by their own report", async () => {
  const reports = { "a/reports/tests.json": report("passed"), "a/reports/tests-installs.json": report("passed") };
  expect(await totals([task("a", "test", 0), task("a", "test:installs", 0)], reports)).toMatch(/\n2 passed, 0 failed$/);
});

it("repeat the cause of a failed test, where it is, and how to run it again; name skipped tests", async () => {
  const reports = { "a/reports/tests.json": report("passed", "failed", "skipped") };
  expect(await totals([task("a", "test", 1)], reports)).toBe(`a test  1 passed, 1 failed, 1 skipped
  skipped: skipped test

failed: a test: failed test
  AssertionError: expected 1 to be 2
  at /a/test/one.test.ts:3:5
  Repeat it with: pnpm test --filter a

0 of 1 passed tests came from the cache.
1 passed, 1 failed, 1 skipped`);
});

const uncollected = [{ name: "/a/test/two.test.ts", status: "failed", message: "Cannot find x", assertionResults: [] }];

it.each<[what: string, tasks: object[], report: unknown, printed: string]>([
  [
    "a task that runs no tests",
    [task("a", "generate:check", 1)],
    "",
    "generate:check: exited with code 1\n  The output is above. Fix it with: pnpm generate",
  ],
  ["a task that failed after its tests passed", [task("a", "test", 1)], report("passed"), "test: exited with code 1"],
  [
    "a file whose tests could not be collected",
    [task("a", "test", 1)],
    { testResults: uncollected },
    "/a/test/two.test.ts\n  Cannot find x",
  ],
  ["a test task without a report, even if it passed", [task("a", "test", 0)], "", "test: wrote no reports/tests.json"],
  ["half a report", [task("a", "test", 137)], '{"testResults": [', "test: exited with code 137"],
  ["a task that was stopped", [task("a", "test")], "", "test: did not run to its end"],
  ["Turborepo if it left no summary", [], "", "failed: Turborepo left no summary of a run. Run: pnpm test"],
])("count %s as one failed, with the reason", async (_, tasks, reported, printed) => {
  const text = await totals(tasks, { "a/reports/tests.json": reported });
  expect(text).toContain(printed);
  expect(text).toMatch(/\n[01] passed, 1 failed$/);
});

it("take the last execution of a task that ran twice, and leave out a task that passed without tests", async () => {
  const runs = [task("a", "test", 1), task("a", "test", 0), task("b", "lint", 0)];
  expect(await totals(runs, { "a/reports/tests.json": report("passed") })).toMatch(/^a test {2}1 passed, 0 failed\n\n/);
});
