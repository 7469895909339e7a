import { expect, it } from "vitest";
import { createMockFetch } from "../src/index.js";
import { createRun, path } from "./create-run.js";

const mock = createMockFetch();

it("plays missing_authorization for a request without a key", async () => {
  const response = await mock(`http://mock.test${path}`, { method: "POST" });

  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ code: 401, message: "map[error:Authorization header required]" });
});

it.each(["Bearer invalid", "bearer invalid", "Basic dXNlcjpwYXNz", "Bearer", "any"])(
  "plays invalid_api_key for Authorization: %s",
  async (authorization) => {
    const response = await createRun(mock, { headers: { Authorization: authorization } });

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 401, message: "Authorization header required" });
  },
);

it.each(["Bearer any", "bearer any", "Bearer eyJhbGciOiJub25lIn0.e30."])(
  "takes Authorization: %s",
  async (authorization) => {
    const response = await createRun(mock, { headers: { Authorization: authorization } });

    expect(response.status).toBe(200);
  },
);

it("looks at the key before the body", async () => {
  const response = await createRun(mock, { headers: { Authorization: "Bearer invalid" }, body: "{" });

  expect(response.status).toBe(401);
});
