import { describe, expect, it } from "vitest";
import { fine, mockOf as mockOfDocument } from "../mock-of.js";

/** Makes a mock of operations that are named like `GET /runs/{id}`. */
function mockOf(operations: string[], ...servers: string[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const [method = "", path = ""] = operation.split(/ (.*)/);
    paths[path] = { ...paths[path], [method.toLowerCase()]: { responses: fine } };
  }
  return mockOfDocument({ servers: servers.map((url) => ({ url })), paths });
}

const operations = ["GET /runs/{id}", "GET /runs/{id}.csv", "GET /runs/latest", "DELETE /runs/{run_id}", "POST /runs"];

describe("finds the operation", () => {
  it.each([
    ["GET /runs/5", "GET /runs/{id}"],
    ["DELETE /runs/5", "DELETE /runs/{run_id}"],
    ["GET /runs/a%20b", "GET /runs/{id}"],
    ["GET /runs/latest", "GET /runs/latest"],
    ["GET /runs/5.csv", "GET /runs/{id}.csv"],
    ["HEAD /runs/5", "GET /runs/{id}"],
    ["POST /runs", "POST /runs"],
    ["GET /runs/5/more", undefined],
    ["GET /runs/5/", undefined],
  ])("for %s: %s", async (request, operation) => {
    const [method = "", path] = request.split(" ");
    const mock = mockOf(operations);

    expect((await mock(`http://mock.test${path}`, { method })).status).toBe(operation ? 200 : 404);
    expect(mock.requests.at(-1)?.operation).toBe(operation);
  });
});

describe("a method that the path lacks", () => {
  it.each([
    ["/runs/5", "DELETE, GET, HEAD, OPTIONS"],
    ["/runs", "OPTIONS, POST"],
  ])("is rejected at %s with the allowed ones: %s", async (path, allow) => {
    const response = await mockOf(operations)(`http://mock.test${path}`, { method: "PATCH" });

    expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
    expect(await response.json()).toEqual({
      code: 405,
      message: `PATCH is not allowed here. Allowed: ${allow}.`,
    });
  });

  it("is explained to HEAD too, where the path has no GET", async () => {
    expect((await mockOf(operations)("http://mock.test/runs", { method: "HEAD" })).status).toBe(405);
  });

  it("is OPTIONS, which asks for the allowed ones", async () => {
    const response = await mockOf(operations)("http://mock.test/runs/5", { method: "OPTIONS" });

    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect([...response.headers]).toEqual([["allow", "DELETE, GET, HEAD, OPTIONS"]]);
  });
});

describe("the servers of the spec", () => {
  const ask = (path: string) =>
    mockOf(["GET /runs"], "https://a.test/v1", "https://a.test/eu/v2/")(`https://a.test${path}`);

  it.each(["/v1/runs", "/eu/v2/runs"])("serve %s", async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  it("have the same operations", async () => {
    const message = "No operation for GET /v1/nope. Known: GET /runs.";
    expect(await (await ask("/v1/nope")).json()).toEqual({ code: 404, message });
  });

  it.each(["/runs", "/v1", "/v10/runs", "/more/v1/runs"])("do not serve %s, which is explained", async (path) => {
    const response = await ask(path);

    expect(await response.json()).toEqual({
      code: 404,
      message: `Expected a path below /v1/… or /eu/v2/…, got GET ${path}. Is the base URL complete?`,
    });
  });
});

describe("an unknown path", () => {
  it.each([
    ["/projects/5/test_rnus", "/projects/5/test_runs"],
    ["/project/5/test_runs/", "/projects/5/test_runs"],
  ])("is rejected with the path that was meant: %s", async (path, meant) => {
    const response = await mockOf(["GET /projects/{project_id}/test_runs"])(`http://mock.test${path}`);

    expect(await response.json()).toEqual({
      code: 404,
      message: `No operation for GET ${path}; did you mean ${meant}?`,
    });
  });

  const numbered = (count: number) => Array.from({ length: count }, (_, index) => `GET /things${index}`);

  it.each([
    [["GET /runs", "POST /runs"], "GET /runs, POST /runs"],
    [numbered(22), `${numbered(20).join(", ")}, and 2 more`],
  ])("is rejected with the known paths (%#)", async (operations, known) => {
    const response = await mockOf(operations)("http://mock.test/nope", { method: "PUT" });

    expect(await response.json()).toEqual({ code: 404, message: `No operation for PUT /nope. Known: ${known}.` });
  });
});
