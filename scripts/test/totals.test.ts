import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readTotals } from "../src/totals.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "totals-"));
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, content: unknown) {
  await mkdir(join(root, dirname(file)), { recursive: true });
  await writeFile(join(root, file), typeof content === "string" ? content : JSON.stringify(content));
}

/** Returns the report that Vitest writes for one file of tests. */
function report(...statuses: string[]) {
  return {
    testResults: [
      {
        name: "",
        status: "passed",
        assertionResults: statuses.map((status, index) => ({
          fullName: `${status} ${index}`,
          status,
          ...(status === "failed" && {
            failureMessages: [`AssertionError: expected 1 to be 2\n    at ${root}/a/test/one.test.ts:3:5`],
          }),
        })),
      },
    ],
  };
}

/** Returns the summary that `turbo run --summarize` writes. */
function summary(startTime: number, ...tasks: [taskId: string, directory: string, exitCode: number][]) {
  return {
    execution: { startTime },
    tasks: tasks.map(([taskId, directory, exitCode]) => {
      const [packageName, task] = taskId.split("#");
      const logFile = `${directory}/.turbo/turbo-${task}.log`;
      return { task, package: packageName, directory, command: "node", logFile, execution: { exitCode } };
    }),
  };
}

async function printed() {
  return (await readTotals(root)).lines.join("\n");
}

/** Writes a summary of one task, and the report of its tests. */
async function ran(task: string, exitCode: number, reported?: unknown) {
  await write(".turbo/runs/1.json", summary(1, [`a#${task}`, "a", exitCode]));
  if (reported) await write("a/reports/tests.json", reported);
}

it("are a line for each package, with what came from the cache, and the sum alone on the last line", async () => {
  const { execution, tasks } = summary(1, ["b#test", "packages/b", 0], ["a#test", "packages/a", 0]);
  const [b, a] = tasks;
  await write(".turbo/runs/1.json", { execution, tasks: [{ ...b, cache: { status: "HIT" } }, a] });
  await write("packages/a/reports/tests.json", report("passed", "passed"));
  await write("packages/b/reports/tests.json", report("passed"));
  expect(await printed()).toBe(
    `packages/a test  2 passed, 0 failed
packages/b test  1 passed, 0 failed, from the cache

1 of 3 passed tests came from the cache.
3 passed, 0 failed`,
  );
});

it("count the tests of packaging's installs, by its own report", async () => {
  await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 0], ["a#test:installs", "a", 0]));
  await write("a/reports/tests.json", report("passed"));
  await write("a/reports/tests-installs.json", report("passed", "passed"));
  expect(await printed()).toMatch(/\n3 passed, 0 failed$/);
});

it("repeat the cause of a failed test, where it is, and how to run it again; name skipped tests", async () => {
  await ran("test", 1, report("passed", "failed", "skipped", "todo"));
  expect(await printed()).toBe(`a test  1 passed, 1 failed, 2 skipped
  skipped: skipped 2
  skipped: todo 3

failed: a test: failed 1
  AssertionError: expected 1 to be 2
  at /a/test/one.test.ts:3:5
  Repeat it with: pnpm test --filter a

0 of 1 passed tests came from the cache.
1 passed, 1 failed, 2 skipped`);
});

it("count a failed task without a failed test as one failed, with its output and fix, and leave a passed one out", async () => {
  await write(
    ".turbo/runs/1.json",
    summary(1, ["a#generate:check", "a", 1], ["scripts#test", "scripts", 1], ["a#lint", "a", 0]),
  );
  await write("a/.turbo/turbo-generate:check.log", "$ node\n\u001b[31ma.ts does not match the spec.\u001b[39m\n");
  await write("scripts/reports/tests.json", report("passed"));
  await write("scripts/.turbo/turbo-test.log", "Out of memory\n[ELIFECYCLE] Test failed.\n");
  expect(await printed()).toBe(`a generate:check  0 passed, 1 failed
scripts test      1 passed, 1 failed

failed: a generate:check: exited with code 1
  a.ts does not match the spec.
  Fix it with: pnpm generate

failed: scripts test: exited with code 1
  Out of memory
  Repeat it with: pnpm test --filter scripts

0 of 1 passed tests came from the cache.
1 passed, 2 failed`);
});

const uncollected = [{ name: "/a/test/two.test.ts", status: "failed", message: "Cannot find x", assertionResults: [] }];

it.each([
  [
    "a file whose tests could not be collected",
    1,
    { testResults: uncollected },
    "/a/test/two.test.ts\n  Cannot find x",
  ],
  ["a test task without a report, even if it passed", 0, undefined, "wrote no reports/tests.json"],
  ["half a report", 137, '{"testResults": [', "exited with code 137"],
])("count %s as one failed, with the reason", async (_, exitCode, reported, reason) => {
  await ran("test", exitCode, reported);
  expect(await printed()).toContain(`failed: a test: ${reason}\n`);
  expect(await printed()).toMatch(/\n0 passed, 1 failed$/);
});

it("count one failed where Turborepo did not get as far as a summary", async () => {
  expect(await printed()).toContain("failed: Turborepo left no summary of a run. Run: pnpm test\n");
  expect(await printed()).toMatch(/\n0 passed, 1 failed$/);
});

it("take the last execution of a task that ran twice", async () => {
  await write(".turbo/runs/a.json", summary(2, ["a#lint", "a", 0]));
  await write(".turbo/runs/b.json", summary(1, ["a#lint", "a", 1]));
  await write(".turbo/runs/c.json", summary(1, ["a#test", "a", 0]));
  await write("a/reports/tests.json", report("passed"));
  expect(await printed()).toMatch(/^a test {2}1 passed, 0 failed\n\n.+\n1 passed, 0 failed$/);
});
