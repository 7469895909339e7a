import { describe, expect, it } from "vitest";
import { caseIdsOf } from "../../src/match/case-ids.ts";
import { TestMap } from "../../src/match/test-map.ts";
import { testResult } from "../support/test-result.ts";

const uuid = "9ac271b6-4e89-4c93-8c75-2d625efa0b2d";
const prefix = "DEMO";

describe("caseIdsOf", () => {
  it("prefers property, output, name, map and title, in this order", () => {
    const everything = testResult({
      name: "DEMO-3 works",
      properties: [{ name: "testsigma_id", value: "DEMO-1" }],
      outputProperties: [{ name: "testsigma_id", value: "DEMO-2" }],
    });
    const map = new TestMap({ "DEMO-3 works": ["DEMO-4"] });
    const titles = new Map([["DEMO-3 works", ["DEMO-5"]]]);
    expect(caseIdsOf(everything, { prefix, map, titles })).toEqual([
      ["DEMO-1"],
      ["DEMO-2"],
      ["DEMO-3"],
      ["DEMO-4"],
      ["DEMO-5"],
    ]);
    expect(caseIdsOf(testResult({ name: "works" }), { prefix, map, titles })).toEqual([]);
  });

  it.each(["testsigma_id", "test_id", "test_key", "id"])("reads property %s", (name) => {
    expect(caseIdsOf(testResult({ name: "n", properties: [{ name, value: uuid }] }), {})).toEqual([[uuid]]);
  });

  it("accepts any value of testsigma_id, so that a wrong one is noticed, but only ids of shared names", () => {
    const idsOf = (...values: [name: string, value: string][]) =>
      caseIdsOf(testResult({ name: "n", properties: values.map(([name, value]) => ({ name, value })) }), { prefix });
    expect(idsOf(["testsigma_id", "DMO-12"])).toEqual([["DMO-12"]]);
    expect(idsOf(["test_id", "spec-77"], ["id", "DEMO-12"])).toEqual([["DEMO-12"]]);
  });

  it("returns several ids, each once", () => {
    const properties = [{ name: "testsigma_id", value: "DEMO-1, DEMO-2 DEMO-1" }];
    expect(caseIdsOf(testResult({ name: "n", properties }), { prefix })).toEqual([["DEMO-1", "DEMO-2"]]);
    expect(caseIdsOf(testResult({ name: "DEMO-1, DEMO_2 and DEMO-3", properties }), { prefix })).toEqual([
      ["DEMO-1", "DEMO-2"],
      ["DEMO-3"],
    ]);
  });

  it.each([
    ["DEMO_012", "DEMO-12"],
    [uuid.toUpperCase(), uuid],
  ])("reads the property %s as %s", (value, id) => {
    const properties = [{ name: "test_id", value }];
    expect(caseIdsOf(testResult({ name: "n", properties }), { prefix })).toEqual([[id]]);
  });

  it.each([
    ["DEMO-12 logs in", "DEMO-12"],
    ["logs in @DEMO-12", "DEMO-12"],
    ["[DEMO-12] logs in", "DEMO-12"],
    ["test_DEMO_12_logs_in", "DEMO-12"],
    ["testDEMO_12_logsIn", "DEMO-12"],
    ["TestLogin/DEMO-12_logs_in", "DEMO-12"],
    ["test_DEMO_12[chrome]", "DEMO-12"],
    ["DEMO 12 logs in", "DEMO-12"],
    ["DEMO-012 logs in", "DEMO-12"],
    ["logs in, see DEMO-12.", "DEMO-12"],
    ["TestDEMO_12_LogsIn", "DEMO-12"],
    ["test_DEMO_12_2_users", "DEMO-12"],
    ["DEMO-1.5 is a number", undefined],
    ["myDEMO-1", undefined],
    ["éDEMO-1", undefined],
    ["latestDEMO-1", undefined],
    ["2DEMO-1", undefined],
    ["DEMO-2024-01-31 is a date", undefined],
    ["test_DEMO_2024_01_31", undefined],
    ["has 1 DEMO 12", undefined],
    ["DEMO 12x", undefined],
    ["DEMO-R-22 is a run", undefined],
    ["XDEMO-12 is another project", undefined],
    ["DEMO-12a is no id", undefined],
    ["demo_12 is a function", undefined],
    ["DEMO- 12", undefined],
  ])("reads the marker of %s", (name, expected) => {
    expect(caseIdsOf(testResult({ name }), { prefix })[0]?.[0]).toBe(expected);
  });

  it("does not look for markers without the project's prefix", () => {
    expect(caseIdsOf(testResult({ name: "DEMO-12 logs in" }), {})).toEqual([]);
  });

  it.each(["login.py::TestLogin::grüßt", "login.py › TestLogin › grüßt", "TestLogin::grüßt", "grüßt", "gru\u0308ßt"])(
    "finds %s in the map",
    (key) => {
      const test = testResult({ file: "login.py", className: "TestLogin", name: "grüßt" });
      const map = new TestMap({ [key]: ["DEMO-1"], other: ["DEMO-2"] });
      expect(caseIdsOf(test, { map })).toEqual([["DEMO-1"]]);
      expect(map.unusedKeys()).toEqual(["other"]);
    },
  );

  it("compares titles in whatever form their letters are composed", () => {
    const titles = new Map([["grüßt", ["DEMO-1"]]]);
    expect(caseIdsOf(testResult({ name: "gru\u0308ßt" }), { titles })).toEqual([["DEMO-1"]]);
  });
});
