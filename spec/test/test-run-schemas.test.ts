import type { Schema } from "@testsigma-tms/codegen";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { document, requestBody, responseBody } from "./spec.ts";

// `strict` would reject the keywords that OpenAPI and the provenance marks add to JSON Schema.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

/** Returns the violations of a schema of the spec by a value, one line each; empty if the value is valid. */
function violations(schema: Schema, value: unknown): string[] {
  const validate = ajv.compile({ ...schema, components: document.components });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
}

const smallest = {
  title: "Nightly regression",
  status: "ACTIVE",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  selection_type: "STATIC",
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
};

const inRequest = (changes: object) => violations(requestBody("createTestRun").schema, { ...smallest, ...changes });

it.each([
  ["the smallest request", {}],
  ["a property it does not know", { priority: "HIGH" }],
  ["timestamps in seconds and in milliseconds", { start_date: 1710675200, end_date: 1710675200000 }],
  ["a status that is not ACTIVE", { status: "DRAFT" }],
  ["a dynamic selection without filters", { selection_type: "DYNAMIC", static_selection_filters: [] }],
])("the request schema accepts %s", (_what, changes) => {
  expect(inRequest(changes)).toEqual([]);
});

describe("the request schema rejects", () => {
  it.each([
    ["an empty title", { title: "" }, "/title must NOT have fewer than 1 characters"],
    ["a number for a title", { title: 7 }, "/title must be string"],
    ["a project id that is not a UUID", { project_id: "42" }, '/project_id must match format "uuid"'],
    ["an assignee id that is not a UUID", { assignee_id: "me" }, '/assignee_id must match format "uuid"'],
    ["a negative timestamp", { start_date: -1 }, "/start_date must be >= 0"],
    ["a fraction of a second", { end_date: 1.5 }, "/end_date must be integer"],
    ["text where a number belongs", { end_date: "tomorrow" }, "/end_date must be integer"],
    ["a digit string where a number belongs", { end_date: "1710761600" }, "/end_date must be integer"],
    [
      "an unknown selection type",
      { selection_type: "RANDOM" },
      "/selection_type must be equal to one of the allowed values",
    ],
    [
      "a filter without values",
      { static_selection_filters: [{ field: "id", operator: "IN" }] },
      "/static_selection_filters/0 must have required property 'values'",
    ],
    [
      "a filter with an empty list of values",
      { static_selection_filters: [{ field: "id", operator: "IN", values: [] }] },
      "/static_selection_filters/0/values must NOT have fewer than 1 items",
    ],
    ["one label instead of a list", { label_names: "Smoke" }, "/label_names must be array"],
  ])("%s", (_what, changes, message) => {
    expect(inRequest(changes)).toContain(message);
  });

  it.each(["title", "status", "project_id", "selection_type", "static_selection_filters"])(
    "a request without %s",
    (name) => {
      expect(inRequest({ [name]: undefined })).toEqual([`/ must have required property '${name}'`]);
    },
  );
});

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

const inResponse = (changes: object) =>
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
  expect(inResponse(changes)).toEqual([]);
});

it.each([
  ["an id that is not a UUID", { id: "1" }, '/data/test_run/id must match format "uuid"'],
  ["a date as text", { created_at: "2026-11-23" }, "/data/test_run/created_at must be integer"],
  ["a negative count", { test_cases_count: -1 }, "/data/test_run/test_cases_count must be >= 0"],
  ["a run without id", { id: undefined }, "/data/test_run must have required property 'id'"],
])("the schema of a created test run rejects %s", (_what, changes, message) => {
  expect(inResponse(changes)).toEqual([message]);
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
