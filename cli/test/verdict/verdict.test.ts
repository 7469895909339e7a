import { describe, expect, it } from "vitest";
import { UploadError, UsageError } from "../../src/errors.ts";
import { verdictOf } from "../../src/verdict/verdict.ts";

const none = { passed: 3, skipped: 0, blocked: 0, failed: 0, flaky: 0, disputed: 0, matched: 3, unmatched: 0 };
const defaults = { counts: none, upload: { kind: "dry-run" }, failOn: "failed", onUploadError: "fail" } as const;

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
    expect(verdictOf({ ...defaults, failOn, counts: { ...none, ...tests } }).exitCode).toBe(exitCode);
  });

  it("counts the test command first, then the upload, then the tests", () => {
    const upload = { kind: "failed", error: new UploadError("", { outcome: "rejected" }) } as const;
    const counts = { ...none, failed: 1 };
    expect(verdictOf({ ...defaults, counts, upload, commandExitCode: 9 })).toEqual({
      exitCode: 9,
      reasons: ["the test command exited with 9", "the service rejected the upload", "1 test failed"],
    });
    expect(verdictOf({ ...defaults, counts, upload }).exitCode).toBe(3);
    expect(verdictOf({ ...defaults, counts, upload, onUploadError: "warn" }).exitCode).toBe(1);
  });

  it("does not reduce a usage error to a warning", () => {
    const upload = { kind: "failed", error: new UsageError("") } as const;
    expect(verdictOf({ ...defaults, upload, onUploadError: "warn" }).exitCode).toBe(2);
  });
});
