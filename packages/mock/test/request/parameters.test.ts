import { describe, expect, it } from "vitest";
import { fine, mockOf } from "../mock-of.js";

const integer = { type: "integer" };
const parameter = (place: string, name: string, more: object = {}) => ({ in: place, name, schema: integer, ...more });
const json = (schema: object) => ({ content: { "application/json": { schema } } });

/** Sends a `PUT` to a mock of one path, with these parameters and this body; returns its record. */
async function put(
  url: string,
  { path = "/things", parameters, requestBody }: { path?: string; parameters?: object[]; requestBody?: object },
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
) {
  const mock = mockOf({
    paths: { [path]: { put: { parameters, requestBody, responses: fine } } },
    components: { schemas: { Size: integer } },
  });
  const type = body === undefined ? {} : { "Content-Type": "application/json" };
  const init = { method: "PUT", headers: { ...type, ...headers }, body: body ?? null };
  const response = await mock(`http://mock.test${url}`, init);
  const listed = JSON.parse(response.headers.get("sl-violations") ?? "[]");
  return { status: response.status, violations: mock.requests[0]?.violations, listed };
}

describe("the parameters of a request", () => {
  const parameters = [
    parameter("header", "X-Depth"),
    parameter("query", "page", { required: true }),
    parameter("query", "size", { schema: { $ref: "#/components/schemas/Size" } }),
    parameter("path", "id", { required: true }),
  ];

  it.each<[path: string, headers: Record<string, string>, violations: string[]]>([
    ["/things/5?page=1&size=2", { "x-depth": "3" }, []],
    ["/things/5?page=-1e3", {}, []],
    ["/things/5/?page=1", {}, []],
    ["/things/%35?page=1", {}, []],
    ["/things/5", {}, ["query must have required property 'page'"]],
    ["/things/5?page=1&size=x", {}, ["query parameter size must be integer"]],
    ...["Infinity", "0x10", "0b11", "", "1.5", "%201", "1&page=2"].map(
      (page): [string, Record<string, string>, string[]] => [
        `/things/5?page=${page}`,
        {},
        ["query parameter page must be integer"],
      ],
    ),
    [
      "/things/x?page=x",
      { "X-Depth": "x" },
      ["path parameter id must be integer", "query parameter page must be integer", "header X-Depth must be integer"],
    ],
  ])("are checked: %s %j", async (url, headers, expected) => {
    const { violations } = await put(url, { path: "/things/{id}", parameters }, { headers });

    expect(violations).toEqual(expected.map((violation) => `Request ${violation}`));
  });

  it.each([
    ["1, 2", "page=1", []],
    ["1,x", "", ["Request query must have required property 'page'", "Request header X-Depths.1 must be integer"]],
    ["1", "page=x&page=2", ["Request query parameter page.0 must be integer"]],
  ])("are lists, in a header %s and a query %s", async (depths, query, expected) => {
    const list = { schema: { type: "array", items: integer } };
    const parameters = [parameter("header", "X-Depths", list), parameter("query", "page", { ...list, required: true })];
    const { violations } = await put(`/things?${query}`, { parameters }, { headers: { "X-Depths": depths } });

    expect(violations).toEqual(expected);
  });

  it("are read from between the texts of a path", async () => {
    const inside = [parameter("path", "from"), parameter("path", "to")];
    const { violations } = await put("/a.b%20c/1-x.csv", { path: "/a.b c/{from}-{to}.csv", parameters: inside });

    expect(violations).toEqual(["Request path parameter to must be integer"]);
  });

  it.each(["Accept", "Authorization", "Content-Type"])("are not the header %s, which is no parameter", async (name) => {
    const required = (place: string) => ({ parameters: [parameter(place, name, { required: true })] });

    expect((await put("/things", required("header"))).status).toBe(200);
    expect((await put("/things", required("query"))).status).toBe(422);
  });
});

describe("the body of a request", () => {
  it("is required where the spec says so", async () => {
    const required = { requestBody: { ...json({}), required: true } };

    expect(await put("/things", required)).toMatchObject({
      status: 422,
      listed: [{ location: ["request"], severity: "Error", code: "required", message: "Request body is required" }],
    });
    expect((await put("/things", required, { body: "{}" })).status).toBe(200);
  });

  it("is checked with the parameters", async () => {
    const requestBody = json({ properties: { id: integer } });
    const operation = { path: "/things/{id}", parameters: [parameter("path", "id")], requestBody };
    const { violations } = await put("/things/x", operation, { body: '{"id":"y"}' });

    expect(violations).toEqual([
      "Request path parameter id must be integer",
      "Request body property id must be integer",
      "Request body property id must be the id of the path, x; given: y",
    ]);
  });

  it.each([
    [{ enum: ["A", 1] }, "B", ["must be equal to one of the allowed values: A, 1"]],
    [{ additionalProperties: false }, { b: 1 }, ["must NOT have additional properties; found 'b'"]],
    [{ unevaluatedProperties: false }, { b: 1 }, ["must NOT have unevaluated properties; found 'b'"]],
    [
      { properties: { "a/~b": integer, c: integer } },
      { "a/~b": "", c: "" },
      ["property a/~b must be integer", "property c must be integer"],
    ],
  ])("is checked against %j, and what is wrong is named", async (schema, body, violations) => {
    const sent = await put("/things", { requestBody: json(schema) }, { body: JSON.stringify(body) });

    expect(sent.violations).toEqual(violations.map((violation) => `Request body ${violation}`));
  });

  it("is anything where the spec has no schema", async () => {
    const requestBody = { content: { "application/json": {} } };

    expect((await put("/things", { requestBody }, { body: "[1]" })).status).toBe(200);
  });

  it.each(['{"id":"5","name":"x"}', '{"id":7}', "{}", "null", "[5]", '"5"'])(
    "may agree with the path or say nothing: %s",
    async (body) => {
      expect((await put("/things/5", { path: "/things/{id}", requestBody: json({}) }, { body })).status).toBe(200);
    },
  );

  it("must not contradict the path", async () => {
    const operation = { path: "/makers/{maker}/things/{id}", requestBody: json({}) };
    const { listed } = await put("/makers/a/things/5", operation, { body: '{"id":"6","maker":"b"}' });
    const violation = (name: string, values: string) => ({
      location: ["request", "body", name],
      severity: "Error",
      code: "const",
      message: `Request body property ${name} must be the ${name} of the path, ${values}`,
    });

    expect(listed).toEqual([violation("maker", "a; given: b"), violation("id", "5; given: 6")]);
  });
});
