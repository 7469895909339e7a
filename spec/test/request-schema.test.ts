import { describe, expect, it } from "vitest";
import { requestBody } from "./spec.ts";
import { violations } from "./violations.ts";

const smallest = {
  title: "Nightly regression",
  status: "ACTIVE",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  selection_type: "STATIC",
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
};

const found = (changes: object) => violations(requestBody("createTestRun").schema, { ...smallest, ...changes });

it.each([
  ["the smallest request", {}],
  ["a property it does not know", { priority: "HIGH" }],
  ["timestamps in seconds and in milliseconds", { start_date: 1710675200, end_date: 1710675200000 }],
  ["a status that is not ACTIVE", { status: "DRAFT" }],
  ["a dynamic selection without filters", { selection_type: "DYNAMIC", static_selection_filters: [] }],
])("the request schema accepts %s", (_what, changes) => {
  expect(found(changes)).toEqual([]);
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
    expect(found(changes)).toContain(message);
  });

  it.each(["title", "status", "project_id", "selection_type", "static_selection_filters"])(
    "a request without %s",
    (name) => {
      expect(found({ [name]: undefined })).toEqual([`/ must have required property '${name}'`]);
    },
  );
});
