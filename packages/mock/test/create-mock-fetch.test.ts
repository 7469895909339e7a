import { expect, it } from "vitest";
import { createMockFetch } from "../src/index.js";

const url = "https://arcus.testsigma.com/api/v1/projects/c47ade67-0543-4582-a4a5-b7de447c94f5/test_runs";
const body = {
  title: "Nightly",
  status: "ACTIVE",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  selection_type: "DYNAMIC",
  static_selection_filters: [],
};

function post(mock: typeof fetch, { headers = {}, ...init }: { headers?: Record<string, string> } & RequestInit = {}) {
  return mock(url, {
    method: "POST",
    headers: { Authorization: "Bearer any", "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
    ...init,
  });
}

it("answers with the documented example", async () => {
  const response = await post(createMockFetch());

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ message: "", data: { test_run: { human_id: "DEMO-R-1" } } });
});

it("answers with the preferred scenario", async () => {
  const response = await post(createMockFetch(), { headers: { Prefer: "example=rate_limited" } });

  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ message: "rate limit exceeded" });
  expect(response.headers.get("x-tms-api-limit")).toBe("10");
});

it("refuses a request that breaks the description, saying what is wrong", async () => {
  const response = await post(createMockFetch(), { body: JSON.stringify({ ...body, title: "" }) });

  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ errors: { code: 422, details: expect.stringContaining("title") } });
  expect(JSON.parse(response.headers.get("sl-violations") ?? "")).toMatchObject([{ location: ["body", "title"] }]);
});

it("plays the scenarios in order, then the default answer", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["rate_limited", "created"] } });

  expect((await post(mock)).status).toBe(500);
  expect((await post(mock)).status).toBe(200);
  expect((await post(mock)).status).toBe(200);
});
