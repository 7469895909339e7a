import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deleteOldReports } from "../src/delete-old-reports.ts";
import { formatTotals } from "../src/format-totals.ts";
import { readTotals } from "../src/read-totals.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "totals-"));
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, content: unknown) {
  await mkdir(join(root, dirname(file)), { recursive: true });
  await writeFile(join(root, file), typeof content === "string" ? content : JSON.stringify(content));
}

/** What Vitest writes for one file of tests. */
const report = (...statuses: string[]) => ({
  testResults: [{ assertionResults: statuses.map((status, index) => ({ fullName: `${status} ${index}`, status })) }],
});

/** What `turbo run --summarize` writes. */
const summary = (startTime: number, ...tasks: [taskId: string, directory: string, exitCode: number][]) => ({
  execution: { startTime },
  tasks: tasks.map(([taskId, directory, exitCode]) => ({
    taskId,
    task: taskId.split("#")[1],
    directory,
    execution: { exitCode },
  })),
});

const printed = async () => formatTotals(await readTotals(root));

describe("the totals", () => {
  it("are a line for each package, and the sum alone on the last line", async () => {
    await write(".turbo/runs/1.json", summary(1, ["b#test", "packages/b", 0], ["a#test", "packages/a", 0]));
    await write("packages/a/reports/tests.json", report("passed", "passed"));
    await write("packages/b/reports/tests.json", report("passed"));
    expect(await printed()).toBe(
      "packages/a test  2 passed, 0 failed\npackages/b test  1 passed, 0 failed\n\n3 passed, 0 failed",
    );
  });

  it("name failed and skipped tests", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 1]));
    await write("a/reports/tests.json", report("passed", "failed", "skipped", "todo"));
    expect(await printed()).toBe(
      "a test  1 passed, 1 failed, 2 skipped\n  failed: failed 1\n  skipped: skipped 2\n  skipped: todo 3\n\n1 passed, 1 failed, 2 skipped",
    );
  });

  it("count a test task that failed without a failed test as one failed", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 1]));
    await write("a/reports/tests.json", report("passed"));
    expect(await printed()).toBe("a test  1 passed, 1 failed\n  failed: exited with code 1\n\n1 passed, 1 failed");
  });

  it("count a failed task of another kind as one failed, and leave a passed one out", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#build", "a", 2], ["//#format:check", "", 1], ["a#lint", "a", 0]));
    expect(await printed()).toBe(
      ". format:check  0 passed, 1 failed\n  failed: exited with code 1\na build         0 passed, 1 failed\n  failed: exited with code 2\n\n0 passed, 2 failed",
    );
  });

  it("count a test task without a report as failed even if it passed", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 0]));
    expect(await printed()).toBe(
      "a test  0 passed, 1 failed\n  failed: wrote no reports/tests.json\n\n0 passed, 1 failed",
    );
  });

  it("count half a report as none", async () => {
    await write(".turbo/runs/1.json", summary(1, ["a#test", "a", 137]));
    await write("a/reports/tests.json", '{"testResults": [');
    expect(await printed()).toContain("failed: exited with code 137\n\n0 passed, 1 failed");
  });

  it("count one failed where Turborepo did not get as far as a summary", async () => {
    expect(await printed()).toBe("turbo  0 passed, 1 failed\n  failed: left no summary of a run\n\n0 passed, 1 failed");
  });

  it("take the last execution of a task that ran twice", async () => {
    await write(".turbo/runs/a.json", summary(2, ["a#lint", "a", 0]));
    await write(".turbo/runs/b.json", summary(1, ["a#lint", "a", 1]));
    await write(".turbo/runs/c.json", summary(1, ["a#test", "a", 0]));
    await write("a/reports/tests.json", report("passed"));
    expect(await printed()).toBe("a test  1 passed, 0 failed\n\n1 passed, 0 failed");
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

  it("is content with nothing to delete", async () => {
    await deleteOldReports(root);
    expect(await readdir(root)).toEqual([]);
  });
});
