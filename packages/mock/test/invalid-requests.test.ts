import spec from "@testsigma-tms/spec/openapi.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { createMockFetch } from "../src/index.js";
import { createRun, smallestRun } from "./create-run.js";

const mock = createMockFetch();
const withRun = (changes: object) => ({ body: JSON.stringify({ ...smallestRun, ...changes }) });

it.each([
  ["an empty title", withRun({ title: "" }), ["request", "body", "title"], "minLength"],
  ["an id that is not a UUID", withRun({ project_id: "7" }), ["request", "body", "project_id"], "format"],
  ["a negative timestamp", withRun({ start_date: -1 }), ["request", "body", "start_date"], "minimum"],
  ["text where a number belongs", withRun({ start_date: "tomorrow" }), ["request", "body", "start_date"], "type"],
  ["an unknown selection type", withRun({ selection_type: "SOME" }), ["request", "body", "selection_type"], "enum"],
  [
    "a project in the path that is not a UUID",
    { path: "/api/v1/projects/7/test_runs" },
    ["request", "path", "project_id"],
    "format",
  ],
  ["no body", { body: null }, ["request"], "required"],
  ["null", { body: "null" }, ["request", "body"], "type"],
  ["false", { body: "false" }, ["request", "body"], "type"],
])("rejects %s and says where", async (_, sent, location, code) => {
  const response = await createRun(mock, sent);

  expect(response.status).toBe(422);
  const violations = JSON.parse(response.headers.get("sl-violations") ?? "[]");
  expect(violations).toContainEqual({ location, severity: "Error", code, message: expect.any(String) });
});

it("lists everything that is wrong in a body that the spec documents", async () => {
  const response = await createRun(mock, { body: "{}" });
  const body = await response.json();

  expect(body).toEqual({
    message: "The request does not match the spec",
    errors: {
      code: 422,
      message: "The request does not match the spec",
      details: [
        "Request body must have required property 'title'",
        "Request body must have required property 'status'",
        "Request body must have required property 'project_id'",
        "Request body must have required property 'selection_type'",
        "Request body must have required property 'static_selection_filters'",
      ].join("; "),
    },
  });
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validate(spec.components.schemas.DetailedError, body)).toBe(true);
});

it("responds with 400 by the switch", async () => {
  const response = await createRun(createMockFetch({ invalidRequestStatus: 400 }), { body: "{}" });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: { code: 400 } });
});

it("keeps the header small and in ASCII, however much is wrong", async () => {
  const filters = Array.from({ length: 5000 }, () => ({ field: 1, operator: "☃", values: [] }));
  const response = await createRun(mock, withRun({ static_selection_filters: filters }));

  const header = response.headers.get("sl-violations") ?? "";
  expect(header.length).toBeLessThan(4100);
  expect(JSON.parse(header)).toHaveLength(20);
  expect(await response.json()).toMatchObject({ errors: { details: expect.stringMatching(/; and \d+ more$/) } });
});

it("tolerates properties that the spec does not have", async () => {
  const response = await createRun(mock, withRun({ surprise: true }));

  expect(response.status).toBe(200);
});
