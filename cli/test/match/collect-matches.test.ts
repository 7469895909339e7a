import { describe, expect, it } from "vitest";
import { collectMatches } from "../../src/match/collect-matches.ts";
import { testResult } from "../support/test-result.ts";

const rules = { prefix: "DEMO" };

describe("collectMatches", () => {
  it("flags a case whose test was flaky, and lists the test", async () => {
    const { cases, tests } = await collectMatches(
      [testResult({ name: "DEMO-1", flaky: true }), testResult({ name: "DEMO-1 b" })],
      rules,
    );
    expect(cases[0]?.flaky).toBe(true);
    expect(tests.flaky).toEqual([{ title: "DEMO-1", file: "" }]);
  });

  it("counts every test but lists a bounded number", async () => {
    function* manyTests() {
      for (let index = 0; index < 1_000; index++) yield testResult({ name: `n${index}`, status: "failed" });
    }
    const { counts, unmatched, failed } = (await collectMatches(manyTests(), rules)).tests;
    expect(counts.unmatched).toBe(1_000);
    expect(unmatched).toHaveLength(200);
    expect(failed).toHaveLength(200);
  });
});
