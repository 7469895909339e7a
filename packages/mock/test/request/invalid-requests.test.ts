import spec from "@testsigma-tms/spec/openapi.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { toHeader } from "../../src/check/violation.js";
import { createMockFetch } from "../../src/index.js";
import { createRun, smallestRun } from "../create-run.js";

const mock = createMockFetch();
const withRun = (changes: object) => ({ body: JSON.stringify({ ...smallestRun, ...changes }) });

// The contract tests compare the places and keywords with Prism's, for every operation.
it.each([
  ["an empty title", withRun({ title: "" }), ["request", "body", "title"], "minLength"],
  [
    "a project that is not a UUID",
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
  const body = (await (await createRun(mock, { body: "{}" })).json()) as { errors: { details: string } };

  expect(body).toMatchObject({
    message: "The request does not match the spec",
    errors: { code: 422, message: "The request does not match the spec" },
  });
  expect(body.errors.details.split("; ")).toEqual(
    ["title", "status", "project_id", "selection_type", "static_selection_filters"].map(
      (name) => `Request body must have required property '${name}'`,
    ),
  );
  expect(new Ajv2020({ strict: false }).validate(spec.components.schemas.DetailedError, body)).toBe(true);
});

it("suggests the intended property name, even if the request is rejected for another one", async () => {
  const { title, ...run } = smallestRun;
  const response = await createRun(mock, { body: JSON.stringify({ ...run, titel: title }) });

  expect(await response.json()).toMatchObject({
    errors: {
      details:
        "Request body must have required property 'title'; Request body property titel is not in the spec; did you mean title?",
    },
  });
});

it("responds with 400 by the switch", async () => {
  const response = await createRun(createMockFetch({ invalidRequestStatus: 400 }), { body: "{}" });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: { code: 400 } });
});

it("lists twenty violations and counts the rest, however many there are", async () => {
  const filters = Array.from({ length: 5000 }, () => ({ field: 1, operator: "IN", values: [] }));
  const response = await createRun(mock, withRun({ static_selection_filters: filters }));

  expect(JSON.parse(response.headers.get("sl-violations") ?? "")).toHaveLength(20);
  expect(await response.json()).toMatchObject({
    errors: { details: expect.stringMatching(/^(Request [^;]+; ){20}and \d+ more$/) },
  });
});

it("has a header in ASCII that is no larger than clients accept", () => {
  expect(toHeader(["für ☃"])).toBe('["f\\u00fcr \\u2603"]');
  const header = toHeader(Array.from({ length: 10 }, () => "x".repeat(1000)));

  expect(header.length).toBeLessThanOrEqual(4098);
  expect(JSON.parse(header)).toHaveLength(4);
});
