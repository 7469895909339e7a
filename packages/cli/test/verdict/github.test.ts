import { describe, expect, it } from "vitest";
import { annotations } from "../../src/verdict/github.ts";
import { reportOutcome } from "../../src/verdict/report-outcome.ts";

function outcomeWith(title: string, message: string, file = "") {
  const tests = {
    counts: { passed: 0, skipped: 0, blocked: 0, failed: 1 },
    matchedTests: 0,
    unmatchedTests: 1,
    disputedTests: 0,
    stale: [],
    flakyTests: 0,
    unmatched: [],
    flaky: [],
    failed: [{ title, file, message }],
  };
  return reportOutcome({ tests, upload: { kind: "skipped" }, verdict: { exitCode: 1, reasons: [] } });
}

describe("annotations", () => {
  it("mark the file of a failed test", () => {
    expect(annotations(outcomeWith("works", "expected 1", "src/a.test.ts"))).toBe(
      "::error title=works,file=src/a.test.ts::expected 1\n",
    );
  });

  it("escape what would end a property or a command", () => {
    expect(annotations(outcomeWith("a: b, c", "100%\n::warning::hacked"))).toBe(
      "::error title=a%3A b%2C c::100%25%0A::warning::hacked\n",
    );
  });
});
