import spec from "@testsigma-tms/spec/openapi.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { toHeader } from "../../src/check/violation.js";
import { createMockFetch } from "../../src/index.js";
import { ask, path, read, smallestRun } from "../create-run.js";
import { fine, mockOf } from "../mock-of.js";

it.each([
  ["a broken escape", { path: "/api/v1/projects/%E0%A4%A/test_runs" }, 400, "Expected a path with valid escapes"],
  ["a path without its base", { path: path.replace("/api/v1", "") }, 404, "Expected a path below /api/v1/"],
  ["a path with its base twice", { path: `/api/v1${path}` }, 404, "No operation for POST /api/v1/api/v1/"],
  ["a media type that does not parse", { headers: { "Content-Type": "garbage" } }, 415, "got garbage."],
])("rejects %s", async (_, sent, status, message) => {
  const response = { status, body: { code: status, message: expect.stringContaining(message) } };
  expect(await ask(sent)).toMatchObject(response);
});

it("reports its health without a key, to HEAD without a body", async () => {
  const mock = createMockFetch();

  expect(await read(await mock("http://mock.test/health"))).toMatchObject({ body: { status: "ok" } });
  expect(await read(await mock("http://mock.test/health", { method: "HEAD" }))).toMatchObject({
    status: 200,
    body: undefined,
  });
});

describe("a key", () => {
  it.each(["Bearer any", "bearer   any", "Bearer eyJhbGciOiJub25lIn0.e30."])("is any: %s", async (Authorization) => {
    expect(await ask({ headers: { Authorization } })).toMatchObject({ status: 200 });
  });

  it.each(["Bearer invalid", "bearer invalid", "Basic dXNlcjpwYXNz", "Bearer", "NotBearer any", "any"])(
    "must not be %s",
    async (Authorization) => {
      const { body } = await ask({ headers: { Authorization } });
      expect(body).toEqual({ code: 401, message: "Authorization header required" });
    },
  );

  it("is missed before anything else is checked", async () => {
    const mock = createMockFetch();
    const { body } = await read(await mock(`http://mock.test${path}`, { method: "POST", body: "{" }));

    expect(body).toEqual({ code: 401, message: "map[error:Authorization header required]" });
    expect(mock.requests).toMatchObject([{ violations: [], warnings: [] }]);
  });

  it("is required only where the spec says so, also where it has no example of the rejection", async () => {
    const paths = { "/x": { get: { responses: fine } } };
    const components = { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } };
    const response = await mockOf({ paths, components, security: [{ bearer: [] }] })("http://mock.test/x");

    expect((await mockOf({ paths })("http://mock.test/x")).status).toBe(200);
    expect((await read(response)).body).toEqual({ code: 401, message: "The request has no usable key." });
  });
});

describe("a request that does not match the spec", () => {
  const withRun = (changes: object) => ({ body: JSON.stringify({ ...smallestRun, ...changes }) });
  const violationsIn = (headers: Headers) => JSON.parse(headers.get("sl-violations") ?? "[]");

  // The contract tests compare the places and keywords with Prism's, for every operation.
  it.each([
    ["an empty title", withRun({ title: "" }), ["request", "body", "title"], "minLength"],
    [
      "a project that is not a UUID",
      { path: "/api/v1/projects/7/test_runs" },
      ["request", "path", "project_id"],
      "format",
    ],
    ["no body", { body: null }, ["request"], "required"],
    ["null", { body: "null" }, ["request", "body"], "type"],
    ["false", { body: "false" }, ["request", "body"], "type"],
  ])("is rejected for %s, and says where", async (_, sent, location, code) => {
    const { status, headers } = await ask(sent);

    expect(status).toBe(422);
    expect(violationsIn(headers)).toContainEqual({ location, severity: "Error", code, message: expect.any(String) });
  });

  it("is told everything that is wrong, in a body that the spec documents", async () => {
    const { body } = await ask({ body: "{}" });

    expect(body).toMatchObject({
      message: "The request does not match the spec",
      errors: { code: 422, message: "The request does not match the spec" },
    });
    expect(body.errors.details.split("; ")).toEqual(
      ["title", "status", "project_id", "selection_type", "static_selection_filters"].map(
        (name) => `Request body must have required property '${name}'`,
      ),
    );
    expect(new Ajv2020({ strict: false }).validate(spec.components.schemas.DetailedError, body)).toBe(true);
  });

  it("is told which property was meant, even if it is rejected for another one", async () => {
    const { title, ...run } = smallestRun;
    const { body } = await ask({ body: JSON.stringify({ ...run, titel: title }) });

    expect(body.errors.details).toBe(
      "Request body must have required property 'title'; Request body property titel is not in the spec; did you mean title?",
    );
  });

  it("gets 400 by the switch", async () => {
    expect(await ask({ body: "{}" }, { invalidRequestStatus: 400 })).toMatchObject({
      status: 400,
      body: { errors: { code: 400 } },
    });
  });

  it("is told twenty violations and the number of the others, however many there are", async () => {
    const filters = Array.from({ length: 5000 }, () => ({ field: 1, operator: "IN", values: [] }));
    const { headers, body } = await ask(withRun({ static_selection_filters: filters }));

    expect(violationsIn(headers)).toHaveLength(20);
    expect(body.errors.details).toMatch(/^(Request [^;]+; ){20}and \d+ more$/);
  });

  it("gets a header in ASCII that is no larger than clients accept", () => {
    expect(toHeader(["für ☃"])).toBe('["f\\u00fcr \\u2603"]');
    const header = toHeader(Array.from({ length: 10 }, () => "x".repeat(1000)));

    expect(header.length).toBeLessThanOrEqual(4098);
    expect(JSON.parse(header)).toHaveLength(4);
  });
});

describe("a web page", () => {
  const far = "https://app.example";

  it.each([
    ["http://localhost:4011", false, "http://localhost:4011"],
    ["http://127.0.0.1:4011", false, "http://127.0.0.1:4011"],
    ["http://[::1]:4011", false, "http://[::1]:4011"],
    [far, false, null],
    [far, true, "*"],
  ])("at %s, with cors %s, may read a response: %s", async (origin, cors, allowed) => {
    const { headers, record } = await ask({ headers: { Origin: origin } }, { cors });
    const warning = `The browser keeps the response from the page at ${far}: start the mock with --cors (cors: true)`;

    expect(headers.get("access-control-allow-origin")).toBe(allowed);
    expect(record?.warnings).toEqual(allowed === null ? [warning] : []);
  });

  it.each([
    [false, null, null, null],
    [true, "*", expect.stringMatching(/\bPOST$/), "authorization,content-type"],
  ])("gets a response to a preflight, with cors %s", async (cors, origin, methods, allowedHeaders) => {
    const preflight = {
      Origin: far,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization,content-type",
    };
    const { status, headers } = await ask({ method: "OPTIONS", body: null, headers: preflight }, { cors });
    const allowed = ["origin", "methods", "headers", "credentials"].map((name) =>
      headers.get(`access-control-allow-${name}`),
    );

    expect(status).toBe(204);
    expect(allowed).toEqual([origin, methods, allowedHeaders, null]);
  });
});
