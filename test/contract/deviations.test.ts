import { createSpec } from "@testsigma-tms/spec/reader";
import { expect, it } from "vitest";
import { deviationsOf } from "./src/deviations.ts";

const text = { type: "string" };
const run = { type: "object", required: ["id"], properties: { id: { ...text, format: "uuid" } } };
const folder = { $ref: "#/components/schemas/Folder" };
const json = (schema: object) => ({ "application/json": { schema } });
const headers = { "x-limit": { schema: { type: "integer" }, required: true } };

const spec = createSpec({
  openapi: "3.1.0",
  paths: {
    "/runs": {
      post: {
        operationId: "createRun",
        responses: {
          "200": { headers, content: json(run) },
          "201": { content: json(folder) },
          "202": { content: json({ items: { allOf: [run] }, additionalProperties: text }) },
          "204": {},
          "4XX": { content: json({ anyOf: [run, { properties: { code: {} } }] }) },
        },
      },
    },
  },
  components: { schemas: { Folder: { type: "object", properties: { id: text, children: { items: folder } } } } },
});
const [createRun] = spec.operations;
expect.assert(createRun);

function found(status: number, body: unknown, headers: Record<string, string> = {}) {
  const all = new Headers({ "content-type": "application/json; charset=utf-8", "x-limit": "10", ...headers });
  if (headers["x-limit"] === "") all.delete("x-limit");
  const received = { status, headers: all, text: typeof body === "string" ? body : JSON.stringify(body) };
  return deviationsOf(spec, createRun as NonNullable<typeof createRun>, received);
}

const good = { id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9" };

it.each([
  ["a body of the schema", 200, good],
  ["a map", 202, { any: "a" }],
  ["no content", 204, ""],
  ["a status of a documented range, with the properties of all alternatives that fit", 404, { ...good, code: 404 }],
])("finds no deviation in %s", (_what, status, body) => {
  expect(found(status, body)).toEqual([]);
});

it.each<[string, number, unknown, Record<string, string>, string]>([
  ["a property of the wrong type", 200, { id: 7 }, {}, "body: /id must be string"],
  ["a missing property", 200, {}, {}, "body: must have required property 'id'"],
  ["a property that breaks its format", 200, { id: "7" }, {}, 'body: /id must match format "uuid"'],
  ["a property that is not in the spec", 200, { ...good, age: 7 }, {}, "unknown property: /age"],
  ["a property named like one of every object", 200, { ...good, constructor: 7 }, {}, "unknown property: /constructor"],
  ["an item", 202, [good, { ...good, age: 7 }], {}, "unknown property: /1/age"],
  [
    "a recursive value",
    201,
    { children: [{ children: [{ age: 7 }] }] },
    {},
    "unknown property: /children/0/children/0/age",
  ],
  ["a property that only an alternative with another fault describes", 404, { id: 7 }, {}, "unknown property: /id"],
  ["a body that is not JSON", 200, "{", {}, "body: is not JSON"],
  ["a body where none is documented", 204, "{}", {}, "body: there is one, where none is documented"],
  [
    "the media type",
    200,
    good,
    { "content-type": "text/html" },
    "content type: text/html; documented is application/json",
  ],
  ["a header of the wrong type", 200, good, { "x-limit": "ten" }, "header: x-limit must be integer"],
  ["a missing header", 200, good, { "x-limit": "" }, "header: x-limit is missing"],
  ["the status", 500, good, {}, "undocumented status: 500; documented are 200, 201, 202, 204, 4XX"],
  ["a redirect", 301, "", { location: "https://a.test/runs?token=1" }, "redirect: 301 to https://a.test/runs"],
])("finds a deviation in %s", (_what, status, body, headers, deviation) => {
  expect(found(status, body, headers)).toEqual([deviation]);
});
