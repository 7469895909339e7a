import { describe, expect, it } from "vitest";
import type { Applied } from "../../src/apply/apply-plan.ts";
import { ReportError } from "../../src/errors/report-error.ts";
import { UploadError } from "../../src/errors/upload-error.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { type Upload, verdictOf } from "../../src/verdict/verdict.ts";
import { plannedResult } from "../apply-plan.ts";

const counts = (given: object = {}) => ({ counts: { passed: 3, skipped: 0, blocked: 0, failed: 0, ...given } });
const applied = (given: Partial<Applied> = {}): Upload => ({
  kind: "applied",
  applied: {
    run: { id: "r", humanId: "DEMO-R-2", title: "t", status: "ACTIVE", caseCount: 1 },
    wasFound: false,
    recorded: 1,
    written: 1,
    unverified: 0,
    notRecorded: [],
    conflicts: [],
    passedRuns: [],
    notAttached: [],
    isClosed: true,
    closeFailed: false,
    ...given,
  },
});
const failed = (error: unknown): Upload => ({ kind: "failed", error });
const defaults = { tests: counts(), upload: applied(), failOn: "failed", onUploadError: "fail" } as const;

describe("verdictOf", () => {
  it.each([
    ["failed", { failed: 1 }, 1],
    ["failed", { blocked: 1, skipped: 1 }, 0],
    ["blocked", { blocked: 1 }, 1],
    ["blocked", { skipped: 1 }, 0],
    ["skipped", { skipped: 1 }, 1],
    ["skipped", { failed: 1 }, 1],
    ["never", { failed: 1 }, 0],
  ] as const)("with --fail-on %s and %j exits with %i", (failOn, tests, exitCode) => {
    expect(verdictOf({ ...defaults, failOn, tests: counts(tests) }).exitCode).toBe(exitCode);
  });

  it.each<[string, Upload, number]>([
    ["nothing to complain about", applied(), 0],
    ["a usage error", failed(new UsageError("")), 2],
    ["a broken report", failed(new ReportError("")), 2],
    ["a rejection", failed(new UploadError("", { outcome: "rejected" })), 3],
    ["an unknown outcome", failed(new UploadError("", { outcome: "unknown" })), 4],
    ["an error that does not say", failed(new Error("")), 4],
    ["a request that was not sent", failed(new UploadError("", { outcome: "not-sent" })), 5],
    [
      "a result that is not recorded",
      applied({ notRecorded: [{ result: plannedResult(1), reason: "", isFinal: false }] }),
      6,
    ],
    ["a run that could not be closed", applied({ isClosed: false, closeFailed: true }), 6],
    ["a run left open on purpose", applied({ isClosed: false, openReason: "--close never" }), 0],
    ["a file that is not attached", applied({ notAttached: [{ file: "a.png", reason: "" }] }), 0],
    ["a dry run", { kind: "dry-run" }, 0],
    ["a missing key that is skipped", { kind: "skipped" }, 0],
  ])("after %s exits with its code", (_, upload, exitCode) => {
    expect(verdictOf({ ...defaults, upload }).exitCode).toBe(exitCode);
  });

  it("counts the test command first, then the upload, then the tests", () => {
    const upload = failed(new UploadError("", { outcome: "rejected" }));
    const tests = counts({ failed: 1 });
    expect(verdictOf({ ...defaults, tests, upload, commandExitCode: 9 })).toEqual({
      exitCode: 9,
      reasons: ["the test command exited with 9", "the service rejected the upload", "1 test ended failed"],
    });
    expect(verdictOf({ ...defaults, tests, upload }).exitCode).toBe(3);
    expect(verdictOf({ ...defaults, tests, upload, onUploadError: "warn" }).exitCode).toBe(1);
  });

  it("does not take a usage error as a warning", () => {
    const upload = failed(new UsageError(""));
    expect(verdictOf({ ...defaults, upload, onUploadError: "warn" }).exitCode).toBe(2);
  });
});
