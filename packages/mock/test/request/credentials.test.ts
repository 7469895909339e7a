import { expect, it } from "vitest";
import { createMockFetch } from "../../src/index.js";
import { createRun, path } from "../create-run.js";
import { fine, mockOf } from "../mock-of.js";

it("plays missing_authorization for a request without a key", async () => {
  const mock = createMockFetch();
  const response = await mock(`http://mock.test${path}`, { method: "POST" });

  expect(response.status).toBe(401);
  expect(mock.requests).toMatchObject([{ violations: [], warnings: [] }]);
  expect(await response.json()).toEqual({ code: 401, message: "map[error:Authorization header required]" });
});

it.each(["Bearer invalid", "bearer invalid", "Basic dXNlcjpwYXNz", "Bearer", "NotBearer any", "any"])(
  "plays invalid_api_key for Authorization: %s, whatever the body",
  async (authorization) => {
    const response = await createRun(createMockFetch(), { headers: { Authorization: authorization }, body: "{" });

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 401, message: "Authorization header required" });
  },
);

it.each(["Bearer any", "bearer   any", "Bearer eyJhbGciOiJub25lIn0.e30."])(
  "takes Authorization: %s",
  async (authorization) => {
    const response = await createRun(createMockFetch(), { headers: { Authorization: authorization } });

    expect(response.status).toBe(200);
  },
);

it("requires a key only where the spec does, and reports its absence where the spec has no example for it", async () => {
  const paths = { "/x": { get: { responses: fine } } };
  const components = { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } };
  const response = await mockOf({ paths, components, security: [{ bearer: [] }] })("http://mock.test/x");

  expect((await mockOf({ paths })("http://mock.test/x")).status).toBe(200);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ code: 401, message: "The request has no usable key." });
});
