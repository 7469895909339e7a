import { describe, expect, it } from "vitest";
import { fine, mockOf } from "../mock-of.js";

const text = { type: "string" };

describe("a body property that the spec does not have", () => {
  /** Returns the warnings about a body. The schema may refer to itself as `#/components/schemas/Thing`. */
  async function warningsOf(schema: object, body: unknown): Promise<readonly string[]> {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
    const spec = {
      paths: { "/things": { post: { requestBody: { content }, responses: fine } } },
      components: { schemas: { Thing: schema, Named: { properties: { name: text } } } },
    };
    const mock = mockOf(spec);
    const headers = { "Content-Type": "application/json" };
    await mock("http://mock.test/things", { method: "POST", headers, body: JSON.stringify(body) });
    expect(mock.requests[0]).toMatchObject({ status: 200, violations: [] });
    return mock.requests[0]?.warnings ?? [];
  }

  const warning = (path: string, hint = "") => `Request body property ${path} is not in the spec${hint}`;
  const named = { $ref: "#/components/schemas/Named" };
  const thing = { $ref: "#/components/schemas/Thing" };

  it.each([
    ["at the root", { properties: { id: text } }, { id: "1", comment: "x" }, ["comment"]],
    ["in a property", { properties: { maker: named } }, { maker: { name: "Ada", country: "x" } }, ["maker.country"]],
    ["in a list", { properties: { parts: { items: named } } }, { parts: [{}, { weight: 1 }] }, ["parts.1.weight"]],
    ["in a list at the root", { items: named }, [{ weight: 1 }, { weight: 2 }], ["0.weight", "1.weight"]],
    ["in a list of lists", { items: { items: named } }, [[{ weight: 1 }]], ["0.0.weight"]],
    [
      "in itself",
      { properties: { parts: { items: thing } } },
      { parts: [{ parts: [], weight: 1 }] },
      ["parts.0.weight"],
    ],
    ["beside a list of allOf", { allOf: [{ items: named }] }, [{ weight: 1 }], ["0.weight"]],
    ...["allOf", "anyOf", "oneOf"].map((keyword): [string, object, object, string[]] => [
      `beside the names of ${keyword}`,
      { properties: { id: text }, [keyword]: [named] },
      { id: "1", name: "x", comment: 1 },
      ["comment"],
    ]),
    ["of an open object", { properties: { id: text }, additionalProperties: true }, { comment: 1 }, ["comment"]],
  ])("is reported %s", async (_, schema, body, paths) => {
    expect(await warningsOf(schema, body)).toEqual(paths.map((path) => warning(path)));
  });

  it.each([
    ["a thing of which nothing is known", {}, { a: 1 }],
    ["a list of which nothing is known", { properties: { parts: {} } }, { parts: [{ a: 1 }] }],
    ["other properties of a kind", { properties: { id: text }, additionalProperties: text }, { a: "1" }],
    ["other properties by pattern", { properties: { id: text }, patternProperties: { "^a": {} } }, { a: 1 }],
    ["other properties by allOf", { properties: { id: text }, allOf: [{ additionalProperties: text }] }, { a: "1" }],
    ["null", { properties: { id: text } }, null],
    ["a text", { properties: { id: text } }, "abc"],
  ])("is none of %s", async (_, schema, body) => {
    expect(await warningsOf(schema, body)).toEqual([]);
  });

  it.each([
    ["titel", "; did you mean title?"],
    ["ab", "; did you mean id?"],
    // Up to a third of the letters may differ; in a short name, up to two letters.
    ["descxxxxtion", "; did you mean description?"],
    ["comnents", "; did you mean comments?"],
    ["abc", ""],
    ["titxxx", ""],
    ["descxxxxxion", ""],
  ])("that is %s is reported with a guess if there is one: %j", async (name, hint) => {
    const properties = { id: text, title: text, comments: text, comment_id: text, description: text };
    expect(await warningsOf({ properties }, { [name]: "x" })).toEqual([warning(name, hint)]);
  });
});

describe("a query parameter that the spec does not have", () => {
  const spec = {
    paths: {
      "/things": {
        get: {
          parameters: [{ name: "page_size", in: "query", schema: { type: "integer" } }],
          "x-items": ["data"],
          responses: fine,
        },
      },
    },
  };

  async function warningsOf(query: string): Promise<readonly string[] | undefined> {
    const mock = mockOf(spec);
    await mock(`http://mock.test/things${query}`);
    return mock.requests[0]?.warnings;
  }

  it.each(["", "?page_size=5", "?page=2", "?cursor=x&next=x&prev=x"])("is none of those in %s", async (query) => {
    expect(await warningsOf(query)).toEqual([]);
  });

  it("is not the search of the service", async () => {
    expect(await warningsOf("?search=login")).toEqual([]);
  });

  it("is one of those where the operation lists nothing", async () => {
    const mock = mockOf({ paths: { "/things": { get: { responses: fine } } } });
    await mock("http://mock.test/things?page=2");

    expect(mock.requests[0]?.warnings).toEqual(["Request query parameter page is not in the spec"]);
  });

  it.each([
    ["?trace=1", ["trace is not in the spec"]],
    ["?pagesize=1&pagesize=2", ["pagesize is not in the spec; did you mean page_size?"]],
    ["?aaaaa=1&bbbbb=2", ["aaaaa is not in the spec", "bbbbb is not in the spec"]],
  ])("is reported once: %s", async (query, warnings) => {
    expect(await warningsOf(query)).toEqual(warnings.map((warning) => `Request query parameter ${warning}`));
  });
});
