import { describe, expect, it } from "vitest";
import { responseBody } from "./spec.ts";
import { violations } from "./violations.ts";

const documented = {
  id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
  human_id: "DEMO-R-1",
  created_at: 1710675200,
  updated_at: 1710675200,
  title: "Regression suite",
  status: "ACTIVE",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  selection_type: "STATIC",
};

const found = (changes: object) =>
  violations(responseBody("createTestRun", "200").schema, {
    message: "",
    data: { test_run: { ...documented, ...changes } },
  });

it.each([
  ["13-digit timestamps", { created_at: 1779290000000, updated_at: 1779290000000, start_date: 1779290000000 }],
  ["the number of test cases", { test_cases_count: 12 }],
  ["properties it does not know", { environments: null, test_plan_id: "", test_run_status_summary: null, tags: 1 }],
  ["a status and a selection type it does not know", { status: "CLOSED", selection_type: "MANUAL" }],
])("the schema of a created test run accepts %s, as observed", (_what, changes) => {
  expect(found(changes)).toEqual([]);
});

it.each([
  ["an id that is not a UUID", { id: "1" }, '/data/test_run/id must match format "uuid"'],
  ["a date as text", { created_at: "2026-11-23" }, "/data/test_run/created_at must be integer"],
  ["a negative count", { test_cases_count: -1 }, "/data/test_run/test_cases_count must be >= 0"],
  ["a run without id", { id: undefined }, "/data/test_run must have required property 'id'"],
])("the schema of a created test run rejects %s", (_what, changes, message) => {
  expect(found(changes)).toEqual([message]);
});

describe("the error schemas", () => {
  it.each([
    ["401", { code: 401, message: "Authorization header required" }],
    ["404", { code: 404, message: "Not Found" }],
    ["404", { message: "Project not found", errors: { code: 404, message: "Project not found", details: "…" } }],
    ["400", { message: "Error test run title already exists" }],
    ["500", { message: "rate limit exceeded" }],
  ])("of %s accept the observed %j", (status, body) => {
    expect(violations(responseBody("createTestRun", status).schema, body)).toEqual([]);
  });

  it.each(["400", "401", "404", "422", "500"])("of %s reject a body without a message", (status) => {
    expect(violations(responseBody("createTestRun", status).schema, { error: "no" })).toContain(
      "/ must have required property 'message'",
    );
  });
});
