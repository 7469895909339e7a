import { expect, it } from "vitest";
import { createSpec, type OpenApiDocument, requireSupported } from "../../reader/index.ts";

const text = { type: "string" };
const object = (properties: object) => ({ type: "object", properties });
const done = { "204": { description: "Done." } };
const body = (mediaType: string, schema: object) => ({ requestBody: { content: { [mediaType]: { schema } } } });

/** Creates a spec of one operation, by default `DELETE /runs/{id}` with a 204. */
function specOf(
  operation: object,
  { at = "delete /runs/{id}", parameters = [{ name: "id", in: "path", schema: text }] } = {},
) {
  const [method = "", path = ""] = at.split(" ");
  const item = { parameters, [method]: { operationId: "tested", responses: done, ...operation } };
  return createSpec({ openapi: "3.1.0", paths: { [path]: item } } as OpenApiDocument);
}

const parameter = (rest: object) => specOf({ parameters: [{ name: "p", in: "query", ...rest }] });
const list = { type: "array", items: text };

const parameters = {
  "the cookie parameter `p` is not supported. Supported: path, query and header.": { in: "cookie", schema: text },
  "the query parameter `p` has no `schema`. One with `content` is not supported.": { content: {} },
  "the query parameter `p` has `style: deepObject`. Supported: `style: form`, which is the default.": {
    style: "deepObject",
    schema: object({}),
  },
  "the query parameter `p` has `explode: false`. Supported: `explode: true`, the default.": {
    explode: false,
    schema: list,
  },
  "the header parameter `p` is a list. Supported: text, numbers and booleans; lists in the query only.": {
    in: "header",
    schema: list,
  },
  "the query parameter `p` contains an object. Supported: text, numbers, booleans and lists of them.": {
    schema: object({}),
  },
};
const several = {
  "200": { description: "", content: { "application/json": {} } },
  "202": { description: "", content: { "text/csv": {} } },
};
const others = {
  "a body of application/x-www-form-urlencoded is not supported. Supported: application/json, multipart/form-data.":
    specOf(body("application/x-www-form-urlencoded", object({}))),
  "the form part `meta` is JSON. Supported: files, text, numbers, booleans and lists of them.": specOf(
    body("multipart/form-data", object({ meta: object({}) })),
  ),
  "successful responses of several kinds (JSON, text) are not supported.": specOf({ responses: several }),
};

it.each([
  ...Object.entries(parameters).map(([problem, given]) => [problem, parameter(given)] as const),
  ...Object.entries(others),
])("is rejected: %s", (problem, spec) => {
  expect(() => requireSupported(spec)).toThrow(new Error(`tested (DELETE /runs/{id}): ${problem}`));
});

it("rejects a discriminator, but not a property of that name", () => {
  const components = (Pet: object) =>
    createSpec({ openapi: "3.1.0", components: { schemas: { Pet } } } as OpenApiDocument);
  expect(() => requireSupported(components({ oneOf: [], discriminator: { propertyName: "kind" } }))).toThrow(
    "Pet: a `discriminator` is not supported.",
  );
  expect(() => requireSupported(components(object({ discriminator: text })))).not.toThrow();
});

it("lists the problems of all operations at once", () => {
  const operation = {
    operationId: "first",
    parameters: [{ name: "p", in: "cookie", schema: text }],
    ...body("text/xml", text),
    responses: {},
  };
  const paths = { "/a": { get: operation }, "/b": { get: { ...operation, operationId: "second" } } };
  const spec = createSpec({ openapi: "3.1.0", paths } as OpenApiDocument);
  expect(() => requireSupported(spec)).toThrow(
    /^(first \(GET \/a\): the cookie.*\n)first .*: a GET with a body.*\n(second \(GET \/b\): .*\n?){2}$/,
  );
});
