import { describe, expect, it } from "vitest";
import { createMockFetch, type OpenApiDocument } from "../../src/index.js";
import { createRun, path } from "../create-run.js";

it("plays missing_authorization for a request without a key", async () => {
  const response = await createMockFetch()(`http://mock.test${path}`, { method: "POST" });

  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ code: 401, message: "map[error:Authorization header required]" });
});

it.each(["Bearer invalid", "bearer invalid", "Basic dXNlcjpwYXNz", "Bearer", "any"])(
  "plays invalid_api_key for Authorization: %s",
  async (authorization) => {
    const response = await createRun(createMockFetch(), { headers: { Authorization: authorization } });

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 401, message: "Authorization header required" });
  },
);

it.each(["Bearer any", "bearer any", "Bearer eyJhbGciOiJub25lIn0.e30."])(
  "takes Authorization: %s",
  async (authorization) => {
    const response = await createRun(createMockFetch(), { headers: { Authorization: authorization } });

    expect(response.status).toBe(200);
  },
);

it("looks at the key before the body", async () => {
  const response = await createRun(createMockFetch(), { headers: { Authorization: "Bearer invalid" }, body: "{" });

  expect(response.status).toBe(401);
});

describe("what a spec asks for", () => {
  const securitySchemes = {
    bearer: { type: "http", scheme: "Bearer" },
    basic: { type: "http", scheme: "basic" },
    oauth: { type: "oauth2", flows: {} },
    openId: { type: "openIdConnect", openIdConnectUrl: "https://id.example" },
    header: { type: "apiKey", in: "header", name: "X-Api-Key" },
    query: { type: "apiKey", in: "query", name: "key" },
    cookie: { type: "apiKey", in: "cookie", name: "session" },
    certificate: { type: "mutualTLS" },
  };
  type Scheme = keyof typeof securitySchemes;
  interface Sent extends Record<string, string | undefined> {
    query?: string;
  }

  /** The scenario that is played for a request, by default the success. */
  async function play(alternatives: Scheme[][], { query = "", ...headers }: Sent): Promise<string | undefined> {
    const examples = { missing_authorization: { value: "missing" }, invalid_api_key: { value: "invalid" } };
    const responses = {
      "200": { description: "Fine", content: { "text/plain": { examples: { found: { value: "Fine" } } } } },
      "401": { description: "No", content: { "text/plain": { examples } } },
    };
    const security = alternatives.map((names) => Object.fromEntries(names.map((name) => [name, []])));
    const spec = {
      openapi: "3.1.0",
      security,
      paths: { "/x": { get: { responses } } },
      components: { securitySchemes },
    };
    const mock = createMockFetch({ spec: spec as OpenApiDocument });
    await mock(`http://mock.test/x${query}`, { headers: headers as Record<string, string> });
    return mock.requests[0]?.scenario;
  }

  it.each<[Scheme[][], Sent]>([
    [[["bearer"]], { Authorization: "Bearer any" }],
    [[["basic"]], { Authorization: "Basic dXNlcjpwYXNz" }],
    [[["oauth"]], { Authorization: "Bearer any" }],
    [[["openId"]], { Authorization: "Bearer any" }],
    [[["header"]], { "X-Api-Key": "any" }],
    [[["query"]], { query: "?key=any" }],
    [[["cookie"]], { Cookie: "lang=en; session=any" }],
    [[["certificate"]], {}],
    [[[]], {}],
    [[["bearer", "query"]], { Authorization: "Bearer any", query: "?key=any" }],
    [[["bearer"], ["query"]], { query: "?key=any" }],
    [[["bearer"], ["query"]], { Authorization: "Bearer invalid", query: "?key=any" }],
    [[["bearer"], []], {}],
  ])("is found: %j in %j", async (alternatives, sent) => {
    expect(await play(alternatives, sent)).toBe("found");
  });

  it.each<[Scheme[][], Sent]>([
    [[["bearer"]], { query: "?key=any", "X-Api-Key": "any" }],
    [[["header"]], { query: "?X-Api-Key=any", Cookie: "X-Api-Key=any" }],
    [[["query"]], { key: "any", Cookie: "key=any" }],
    [[["cookie"]], { session: "any", query: "?session=any" }],
    [[["header", "query"]], { query: "?key=any" }],
    [[["header"], ["query"]], {}],
  ])("is missing: %j in %j", async (alternatives, sent) => {
    expect(await play(alternatives, sent)).toBe("missing_authorization");
  });

  it.each<[Scheme[][], Sent]>([
    [[["bearer"]], { Authorization: "Bearer  invalid" }],
    [[["bearer"]], { Authorization: "Basic dXNlcjpwYXNz" }],
    [[["basic"]], { Authorization: "Bearer any" }],
    [[["oauth"]], { Authorization: "Basic dXNlcjpwYXNz" }],
    [[["header"]], { "X-Api-Key": "invalid" }],
    [[["query"]], { query: "?key=invalid" }],
    [[["cookie"]], { Cookie: "session=invalid" }],
    [[["bearer", "query"]], { Authorization: "Bearer any", query: "?key=invalid" }],
    [[["bearer"], ["query"]], { Authorization: "Bearer invalid", query: "?key=invalid" }],
  ])("is invalid: %j in %j", async (alternatives, sent) => {
    expect(await play(alternatives, sent)).toBe("invalid_api_key");
  });
});

it("says that a credential is missing where the spec does not", async () => {
  const spec = {
    openapi: "3.1.0",
    security: [{ bearer: [] }],
    paths: { "/x": { get: { responses: { "200": { description: "Fine" } } } } },
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
  };
  const response = await createMockFetch({ spec: spec as OpenApiDocument })("http://mock.test/x");

  expect([response.status, await response.json()]).toEqual([
    401,
    { code: 401, message: "The request carries no usable credential." },
  ]);
});
