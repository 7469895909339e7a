import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deleteOldReports } from "../src/totals/delete-old-reports.ts";
import { formatTotals } from "../src/totals/format-totals.ts";
import { readTotals } from "../src/totals/read-totals.ts";

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
  return formatTotals(await readTotals(root));
}

describe("the totals", () => {
  it("are a line for each package, and the sum alone on the last line", async () => {
    await write(".turbo/runs/1.json", summary(1, ["b#test", "packages/b", 0], ["a#test", "packages/a", 0]));
    await write("packages/a/reports/tests.json", report("passed", "passed"));
    await write("packages/b/reports/tests.json", report("passed"));
    expect(await printed()).toBe(
      `packages/a test  2 passed, 0 failed
packages/b test  1 passed, 0 failed

0 of 3 passed tests came from the cache.
3 passed, 0 failed`,
    );
  });

  it("say how much came from the cache", async () => {
    const { execution, tasks } = summary(1, ["a#test", "a", 0], ["b#test", "b", 0]);
    const [cached, run] = tasks;
    await write(".turbo/runs/1.json", { execution, tasks: [{ ...cached, cache: { status: "HIT" } }, run] });
    await write("a/reports/tests.json", report("passed", "passed"));
    await write("b/reports/tests.json", report("passed"));
    expect(await printed()).toContain("a test  2 passed, 0 failed, from the cache\nb test  1 passed, 0 failed\n");
    expect(await printed()).toContain("\n2 of 3 passed tests came from the cache.\n3 passed, 0 failed");
  });

  it("count the tests of packaging's installs, by its own report", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 0], ["a#test:installs", "a", 0]));
    await write("a/reports/tests.json", report("passed"));
    await write("a/reports/tests-installs.json", report("passed", "passed"));
    expect(await printed()).toMatch(/\n3 passed, 0 failed$/);
  });

  it("repeat the cause of a failed test, where it is, and how to run it again; name skipped tests", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 1]));
    await write("a/reports/tests.json", report("passed", "failed", "skipped", "todo"));
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

  it("count a file whose tests could not be collected as one failed, with the error", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 1]));
    const file = {
      name: join(root, "a/test/two.test.ts"),
      status: "failed",
      message: "Cannot find x",
      assertionResults: [],
    };
    await write("a/reports/tests.json", { testResults: [file] });
    expect(await printed()).toContain("failed: a test: /a/test/two.test.ts\n  Cannot find x\n");
  });

  it("count a test task that failed without a failed test as one failed, with the end of its output", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 1]));
    await write("a/reports/tests.json", report("passed"));
    await write(
      "a/.turbo/turbo-test.log",
      "$ vitest run\n\u001b[31mOut of memory\u001b[39m\n[ELIFECYCLE] Test failed.\n",
    );
    expect(await printed()).toContain("failed: a test: exited with code 1\n  Out of memory\n  Repeat");
    expect(await printed()).toMatch(/\n1 passed, 1 failed$/);
  });

  it("count a failed task of another kind as one failed, with its fix, and leave a passed one out", async () => {
    await write(
      ".turbo/runs/1.json",
      summary(1, ["a#generate:check", "a", 1], ["scripts#format:check", "scripts", 1], ["a#lint", "a", 0]),
    );
    await write("a/.turbo/turbo-generate:check.log", "a.ts does not match the spec.\n");
    expect(await printed()).toBe(`a generate:check      0 passed, 1 failed
scripts format:check  0 passed, 1 failed

failed: a generate:check: exited with code 1
  a.ts does not match the spec.
  Fix it with: pnpm generate

failed: scripts format:check: exited with code 1
  Fix it with: pnpm format

0 of 0 passed tests came from the cache.
0 passed, 2 failed`);
  });

  it("count a test task without a report as failed even if it passed", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 0]));
    expect(await printed()).toContain("failed: a test: wrote no reports/tests.json\n");
  });

  it("count half a report as none", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 137]));
    await write("a/reports/tests.json", '{"testResults": [');
    expect(await printed()).toContain("failed: a test: exited with code 137\n");
  });

  it("count one failed where Turborepo did not get as far as a summary", async () => {
    expect(await printed()).toContain("failed: turbo: left no summary of a run\n");
    expect(await printed()).toMatch(/\n0 passed, 1 failed$/);
  });

  it("take the last execution of a task that ran twice", async () => {
    await write(".turbo/runs/a.json", summary(2, ["a#lint", "a", 0]));
    await write(".turbo/runs/b.json", summary(1, ["a#lint", "a", 1]));
    await write(".turbo/runs/c.json", summary(1, ["a#test", "a", 0]));
    await write("a/reports/tests.json", report("passed"));
    expect(await printed()).toMatch(/^a test {2}1 passed, 0 failed\n\n.+\n1 passed, 0 failed$/);
  });
});

describe("deleteOldReports", () => {
  it("deletes every report and summary, and nothing else", async () => {
    await write(".turbo/runs/1.json", "{}");
    await write(".turbo/cache/1.tar.zst", "kept");
    await write("spec/reports/tests.json", "{}");
    await write("scripts/reports/tests.json", "{}");
    await write("packages/a/reports/tests.json", "{}");
    await write("packages/a/src/index.ts", "kept");
    await deleteOldReports(root);
    const left = await readdir(root, { recursive: true, withFileTypes: true });
    expect(
      left
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["1.tar.zst", "index.ts"]);
  });

  it("does nothing where there is nothing to delete", async () => {
    await deleteOldReports(root);
    expect(await readdir(root)).toEqual([]);
  });
});
