import { describe, expect, it } from "vitest";
import { mockOf } from "../mock-of.js";

const integer = { type: "integer" };
const responses = { "200": { description: "Fine" } };

/** Makes a mock of `PUT` at a path, with these parameters and this body. */
const mockAt = (path: string, parameters: object[], requestBody?: object) =>
  mockOf({
    openapi: "3.1.0",
    paths: { [path]: { put: { parameters, requestBody, responses } } },
    components: { schemas: { Size: integer } },
  });
const parameter = (place: string, name: string, more: object = { schema: integer }) => ({ in: place, name, ...more });

const parameters = [
  parameter("header", "X-Depth"),
  parameter("query", "page", { schema: integer, required: true }),
  parameter("query", "size", { schema: { $ref: "#/components/schemas/Size" } }),
  parameter("path", "id", { schema: integer, required: true }),
];

async function violationsOf(path: string, headers: Record<string, string> = {}): Promise<string[] | undefined> {
  const mock = mockAt("/things/{id}", parameters);
  await mock(`http://mock.test${path}`, { method: "PUT", headers });
  return mock.requests.at(-1)?.violations;
}

describe("the parameters of a request", () => {
  it.each<[path: string, headers: Record<string, string>, violations: string[]]>([
    ["/things/5?page=1&size=2", { "x-depth": "3" }, []],
    ["/things/5?page=1", {}, []],
    ["/things/5/?page=1", {}, []],
    ["/things/%35?page=1", {}, []],
    ["/things/5", {}, ["query must have required property 'page'"]],
    ["/things/x?page=1", {}, ["path parameter id must be integer"]],
    ["/things/5?page=x", {}, ["query parameter page must be integer"]],
    ["/things/5?page=1&size=x", {}, ["query parameter size must be integer"]],
    ...["Infinity", "0x10", "0b11", "", "1.5", "%201", "1&page=2"].map(
      (page): [string, Record<string, string>, string[]] => [
        `/things/5?page=${page}`,
        {},
        ["query parameter page must be integer"],
      ],
    ),
    ["/things/5?page=-1e3", {}, []],
    ["/things/5?page=1", { "X-Depth": "x" }, ["header X-Depth must be integer"]],
    [
      "/things/x?page=x",
      { "X-Depth": "x" },
      ["path parameter id must be integer", "query parameter page must be integer", "header X-Depth must be integer"],
    ],
  ])("are checked: %s %j", async (path, headers, violations) => {
    expect(await violationsOf(path, headers)).toEqual(violations.map((violation) => `Request ${violation}`));
  });

  it("are read from between the texts of a path", async () => {
    const inside = mockAt("/a.b c/{from}-{to}.csv", [parameter("path", "from"), parameter("path", "to")]);
    await inside("http://mock.test/a.b%20c/1-x.csv", { method: "PUT" });

    expect(inside.requests[0]?.violations).toEqual(["Request path parameter to must be integer"]);
  });

  it.each(["Accept", "Authorization", "Content-Type"])("are not the header %s, which is no parameter", async (name) => {
    const required = { required: true, schema: integer };
    const ignoring = mockAt("/things", [parameter("header", name, required)]);
    const asking = mockAt("/things", [parameter("query", name, required)]);

    expect((await ignoring("http://mock.test/things", { method: "PUT" })).status).toBe(200);
    expect((await asking("http://mock.test/things", { method: "PUT" })).status).toBe(422);
  });
});

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const sent = (body: string) => ({ method: "PUT", headers: { "Content-Type": "application/json" }, body });

describe("the body of a request", () => {
  it("is required where the spec says so", async () => {
    const asking = mockAt("/things", [], { ...json({}), required: true });
    const response = await asking("http://mock.test/things", { method: "PUT" });

    expect(response.status).toBe(422);
    expect(JSON.parse(response.headers.get("sl-violations") ?? "")).toEqual([
      { location: ["request"], severity: "Error", code: "required", message: "Request body is required" },
    ]);
    expect((await asking("http://mock.test/things", sent("{}"))).status).toBe(200);
  });

  it("is checked with the parameters", async () => {
    const checking = mockAt("/things/{id}", [parameter("path", "id")], json({ properties: { id: integer } }));
    await checking("http://mock.test/things/x", sent('{"id":"y"}'));

    expect(checking.requests[0]?.violations).toEqual([
      "Request path parameter id must be integer",
      "Request body property id must be integer",
      "Request body property id must be the id of the path, x; given: y",
    ]);
  });

  it("is anything where the spec has no schema", async () => {
    const taking = mockAt("/things", [], { content: { "application/json": {} } });

    expect((await taking("http://mock.test/things", sent("[1]"))).status).toBe(200);
  });

  it.each([['{"id":"5","name":"x"}'], ['{"id":7}'], ["{}"], ["null"], ["[5]"], ['"5"']])(
    "may agree with the path or say nothing: %s",
    async (body) => {
      const agreeing = mockAt("/things/{id}", [], json({}));

      expect((await agreeing("http://mock.test/things/5", sent(body))).status).toBe(200);
    },
  );

  it("must not contradict the path", async () => {
    const disagreeing = mockAt("/makers/{maker}/things/{id}", [], json({}));
    const response = await disagreeing("http://mock.test/makers/a/things/5", sent('{"id":"6","maker":"b"}'));

    const violation = (name: string, message: string) => ({
      location: ["request", "body", name],
      severity: "Error",
      code: "const",
      message: `Request body property ${name} must be the ${name} of the path, ${message}`,
    });
    expect(JSON.parse(response.headers.get("sl-violations") ?? "")).toEqual([
      violation("maker", "a; given: b"),
      violation("id", "5; given: 6"),
    ]);
  });
});
