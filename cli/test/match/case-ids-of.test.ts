import { describe, expect, it } from "vitest";
import { caseIdsOf } from "../../src/match/case-ids-of.ts";
import { testResult } from "../support/test-result.ts";

const uuid = "9ac271b6-4e89-4c93-8c75-2d625efa0b2d";
const prefix = "DEMO";

describe("caseIdsOf", () => {
  it("takes the first hit: property, output, name, map, title", () => {
    const everything = testResult({
      name: "DEMO-3 works",
      properties: [{ name: "testsigma_id", value: "DEMO-1" }],
      outputProperties: [{ name: "testsigma_id", value: "DEMO-2" }],
    });
    const map = new Map([
      ["DEMO-3 works", ["DEMO-4"]],
      ["works", ["DEMO-4"]],
    ]);
    const titles = new Map([["works", ["DEMO-5"]]]);
    const rules = { prefix, map, titles };

    expect(caseIdsOf(everything, rules)).toEqual(["DEMO-1"]);
    expect(caseIdsOf({ ...everything, properties: [] }, rules)).toEqual(["DEMO-2"]);
    expect(caseIdsOf(testResult({ name: "DEMO-3 works" }), rules)).toEqual(["DEMO-3"]);
    expect(caseIdsOf(testResult({ name: "works" }), rules)).toEqual(["DEMO-4"]);
    expect(caseIdsOf(testResult({ name: "works" }), { prefix, titles })).toEqual(["DEMO-5"]);
    expect(caseIdsOf(testResult({ name: "works" }), { prefix })).toEqual([]);
  });

  it.each(["testsigma_id", "test_id", "test_key", "id"])("reads property %s", (name) => {
    expect(caseIdsOf(testResult({ name: "n", properties: [{ name, value: uuid }] }), {})).toEqual([uuid]);
  });

  it("takes any value of testsigma_id, so that a wrong one is noticed", () => {
    const test = testResult({ name: "n", properties: [{ name: "testsigma_id", value: "DMO-12" }] });
    expect(caseIdsOf(test, { prefix })).toEqual(["DMO-12"]);
  });

  it("passes over a value of a shared name that is no id of a test case", () => {
    const properties = [
      { name: "test_id", value: "spec-77" },
      { name: "id", value: "DEMO-12" },
    ];
    expect(caseIdsOf(testResult({ name: "n", properties }), { prefix })).toEqual(["DEMO-12"]);
  });

  it("takes several ids, each once", () => {
    const properties = [{ name: "testsigma_id", value: "DEMO-1, DEMO-2 DEMO-1" }];
    expect(caseIdsOf(testResult({ name: "n", properties }), { prefix })).toEqual(["DEMO-1", "DEMO-2"]);
    expect(caseIdsOf(testResult({ name: "DEMO-1 and DEMO_2" }), { prefix })).toEqual(["DEMO-1", "DEMO-2"]);
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
    ["has 1 DEMO 12", undefined],
    ["DEMO 12x", undefined],
    ["DEMO-R-22 is a run", undefined],
    ["DEMO-P-12 is a plan", undefined],
    ["DEMO-SG-12 is a step group", undefined],
    ["XDEMO-12 is another project", undefined],
    ["DEMO-12a is no id", undefined],
    ["demo_12 is a function", undefined],
    ["DEMO- 12", undefined],
  ])("reads the marker of %s", (name, expected) => {
    expect(caseIdsOf(testResult({ name }), { prefix })[0]).toBe(expected);
  });

  it("looks for no markers without the project's prefix", () => {
    expect(caseIdsOf(testResult({ name: "DEMO-12 logs in" }), {})).toEqual([]);
  });

  it.each(["login.py::TestLogin::works", "TestLogin::works", "works"])("finds %s in the map", (key) => {
    const test = testResult({ file: "login.py", className: "TestLogin", name: "works" });
    expect(caseIdsOf(test, { map: new Map([[key, ["DEMO-1"]]]) })).toEqual(["DEMO-1"]);
  });
});
