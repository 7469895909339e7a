import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { startMock } from "../src/index.js";
import { startPage } from "../src/server/start-page.js";
import { apiOf } from "./mock-of.js";

const getPage = async (server: string) => {
  const response = await fetch(new URL("/", server));
  return { headers: response.headers, html: await response.text() };
};

it("says what is served, and offers the documented request", async () => {
  await using mock = await startMock();
  const { headers, html } = await getPage(mock.url);

  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(html).toContain("/api/v1/projects/{project_id}/test_runs");
  const operations = JSON.parse(/id="operations">(.*?)<\/script>/s.exec(html)?.[1] ?? "");
  const create = operations.find(({ id }: { id: string }) => id === "createTestRun");
  expect(create).toMatchObject({ method: "POST", scenarios: expect.arrayContaining(["created", "moved"]) });
  const init = {
    method: create.method,
    headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
    body: create.body,
  };
  expect((await fetch(new URL(create.path, mock.url), init)).status).toBe(200);
});

it("runs its own script only, in no frame", async () => {
  await using mock = await startMock();
  const { headers, html } = await getPage(mock.url);
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(script).digest("base64");

  expect(headers.get("content-security-policy")).toContain(`script-src 'sha256-${hash}';`);
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

it("shows the text of the spec as text", () => {
  const attack = "</script><script>alert(1)</script>";
  const operation = { operationId: attack, responses: { "200": { description: "Fine" } } };
  const { body } = startPage(apiOf({ openapi: "3.1.0", paths: { "/<img>": { get: operation } } }));

  expect(body).not.toContain("<script>alert");
  expect(body).not.toContain("<img>");
});
