import { createSpec } from "@testsigma-tms/codegen";
import { describe, expect, it } from "vitest";
import { deviationsOf } from "../../src/responses/deviations.ts";

const run = { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid" } } };
const json = (schema: object) => ({ "application/json": { schema } });

const spec = createSpec({
  openapi: "3.1.0",
  paths: {
    "/runs": {
      post: {
        operationId: "createRun",
        responses: {
          "200": { headers: { "x-limit": { schema: { type: "integer" }, required: true } }, content: json(run) },
          "204": {},
          "4XX": { content: json({ anyOf: [run, { properties: { code: {} } }] }) },
        },
      },
    },
  },
});
const [createRun] = spec.operations;
expect.assert(createRun);

function found(status: number, body: unknown, headers: Record<string, string> = {}) {
  const all = new Headers({ "content-type": "application/json; charset=utf-8", "x-limit": "10", ...headers });
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return deviationsOf(spec, createRun as NonNullable<typeof createRun>, { status, headers: all, text });
}

const good = { id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9" };

describe("a response that fits the spec has no deviation:", () => {
  it.each([
    ["a body of the schema", 200, good],
    ["no content", 204, ""],
    ["a status of a documented range, with the properties of all alternatives that fit", 404, { ...good, code: 404 }],
  ])("%s", (_what, status, body) => {
    expect(found(status, body)).toEqual([]);
  });
});

describe("a deviation is found in", () => {
  it.each([
    ["a property of the wrong type", 200, { id: 7 }, {}, "body", "/id must be string"],
    ["a missing property", 200, {}, {}, "body", "must have required property 'id'"],
    ["a property that breaks its format", 200, { id: "7" }, {}, "body", '/id must match format "uuid"'],
    ["a property that is not in the spec", 200, { ...good, age: 7 }, {}, "unknown property", "/age"],
    ["a property that only an alternative with another fault describes", 404, { id: 7 }, {}, "unknown property", "/id"],
    ["a body that is not JSON", 200, "{", {}, "body", "is not JSON"],
    ["a body where none is documented", 204, "{}", {}, "body", "there is one, where none is documented"],
    [
      "another media type",
      200,
      good,
      { "content-type": "text/html" },
      "content type",
      "text/html; documented is application/json",
    ],
    ["a header of the wrong type", 200, good, { "x-limit": "ten" }, "header", "x-limit must be integer"],
    ["a status that is not documented", 500, good, {}, "undocumented status", "500; documented are 200, 204, 4XX"],
    [
      "a redirect",
      301,
      "",
      { location: "https://example.com/runs?token=1" },
      "redirect",
      "301 to https://example.com/runs",
    ],
  ])("%s", (_what, status, body, headers, kind, message) => {
    expect(found(status, body, headers)).toEqual([{ kind, message }]);
  });

  it("a response without a required header", () => {
    const headers = new Headers({ "content-type": "application/json" });

    expect(deviationsOf(spec, createRun, { status: 200, headers, text: JSON.stringify(good) })).toEqual([
      { kind: "header", message: "x-limit is missing" },
    ]);
  });
});
