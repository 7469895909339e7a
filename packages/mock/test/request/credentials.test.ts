import { expect, it } from "vitest";
import { createMockFetch } from "../../src/index.js";
import { createRun, path } from "../create-run.js";
import { mockOf } from "../mock-of.js";

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

it("says that the key is missing where the spec does not", async () => {
  const spec = {
    openapi: "3.1.0",
    security: [{ bearer: [] }],
    paths: { "/x": { get: { responses: { "200": { description: "Fine" } } } } },
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
  };
  const response = await mockOf(spec)("http://mock.test/x");

  expect([response.status, await response.json()]).toEqual([
    401,
    { code: 401, message: "The request has no usable key." },
  ]);
});

it("asks for no key where the spec asks for none, nor in a preflight", async () => {
  const paths = { "/x": { get: { responses: { "200": { description: "Fine" } } } } };
  expect((await mockOf({ openapi: "3.1.0", paths })("http://mock.test/x")).status).toBe(200);

  const headers = { Origin: "https://app.example", "Access-Control-Request-Method": "POST" };
  const preflight = { method: "OPTIONS", headers };
  for (const cors of [false, true]) {
    expect((await createMockFetch({ cors })(`http://mock.test${path}`, preflight)).status).toBe(204);
  }
});
