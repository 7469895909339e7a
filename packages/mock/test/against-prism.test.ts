/** Prism is the judge of what matches a spec: over thousands of requests, valid and broken, it and the mock agree. */
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { bundledSpec } from "../src/document/read-document.js";
import { createMockFetch, type OpenApiDocument } from "../src/index.js";
import { everyKind } from "./every-kind.js";

const logger = Object.fromEntries(
  ["trace", "debug", "info", "success", "warn", "error", "fatal", "silent"].map((level) => [level, () => {}]),
);
logger.child = () => logger;

/** Whether Prism finds a request valid. */
async function judge(spec: string | object) {
  const operations = await getHttpOperationsFromSpec(spec);
  const components = { logger, route: () => ({}), mock: () => () => ({ _tag: "Right", right: { statusCode: 204 } }) };
  const config = {
    isProxy: false,
    errors: false,
    checkSecurity: false,
    validateRequest: true,
    validateResponse: false,
    mock: { dynamic: false },
  };
  return async (id: string, request: object): Promise<boolean> => {
    const operation = operations.find(({ iid }) => iid === id);
    const prism = createInstance(
      config as never,
      { ...components, route: () => ({ _tag: "Right", right: operation }) } as never,
    );
    const result = await prism.request(request as never, operations)();
    if (result._tag === "Left") throw result.left;
    return !result.right.validations.input.some(({ severity }: { severity: number }) => severity === 0);
  };
}

interface Asked {
  id: string;
  method: string;
  path: string;
  query?: Record<string, string>;
  body?: unknown;
}

async function expectAgreement(spec: OpenApiDocument | undefined, asked: fc.Arbitrary<Asked>): Promise<void> {
  const isValid = await judge(spec ? structuredClone(spec) : bundledSpec());
  const mock = spec ? createMockFetch({ spec }) : createMockFetch();
  const seen = { valid: 0, broken: 0 };
  await fc.assert(
    fc.asyncProperty(asked, async ({ id, method, path, query = {}, body }) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers: Record<string, string> = { authorization: "Bearer any" };
      if (text !== undefined)
        Object.assign(headers, { "content-type": "application/json", "content-length": String(text.length) });
      const expected = await isValid(id, { method: method.toLowerCase(), url: { path, query }, headers, body });
      const response = await mock(`http://mock.test/api/v1${path}?${new URLSearchParams(query)}`, {
        method,
        headers,
        body: text ?? null,
      });
      seen[expected ? "valid" : "broken"]++;
      expect(response.status === 422, await response.text()).toBe(!expected);
    }),
    { numRuns: 1500 },
  );
  expect(seen.valid).toBeGreaterThan(100);
  expect(seen.broken).toBeGreaterThan(100);
}

const uuid = fc.uuid();
const text = fc.oneof(fc.constantFrom("ACTIVE", "STATIC", "x"), fc.string());
// Left out: an int64 that JavaScript cannot count exactly, which only Prism rejects, and "" for an integer, which only it accepts.
const odd = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant([]),
  fc.constant({}),
  fc.constant(null),
  fc.double({ min: -1e12, max: 1e12 }),
);
const mostly = <T>(usual: fc.Arbitrary<T>) => fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const inPath = fc.oneof({ weight: 9, arbitrary: uuid }, { weight: 1, arbitrary: fc.constantFrom("7", "latest") });

it("agrees about the spec's requests that create a run", async () => {
  const filter = fc.record(
    { field: mostly(text), operator: mostly(text), values: mostly(fc.array(uuid)) },
    { requiredKeys: [] },
  );
  const body = fc.record(
    {
      title: mostly(text),
      status: mostly(text),
      project_id: mostly(uuid),
      selection_type: mostly(fc.constantFrom("STATIC", "DYNAMIC")),
      static_selection_filters: mostly(fc.oneof(fc.constant([]), fc.array(filter, { maxLength: 2 }))),
      start_date: mostly(fc.nat()),
      label_names: mostly(fc.array(text)),
      surprise: odd,
    },
    { requiredKeys: ["title", "status", "project_id", "selection_type"] },
  );
  const asked = fc.record({ body, project: inPath }).map(({ body, project }) => ({
    id: "createTestRun",
    method: "POST",
    path: `/projects/${project}/test_runs`,
    // The mock alone rejects the project of another path.
    body: typeof body.project_id === "string" ? { ...body, project_id: project } : body,
  }));

  await expectAgreement(undefined, asked);
}, 120_000);

it("agrees about requests of other kinds", async () => {
  const query = fc.record(
    {
      page_size: fc.oneof(fc.constantFrom("1", "20", "0", "-1", "many", "1.5", "9000000000")),
      other: fc.constant("x"),
    },
    { requiredKeys: [] },
  );
  const update = fc.record({ title: mostly(text), status: mostly(text), more: odd }, { requiredKeys: [] });
  const asked: fc.Arbitrary<Asked> = fc.oneof(
    fc.record({ project: inPath, query }).map(({ project, query }) => ({
      ...{ id: "listRuns", method: "GET", path: `/projects/${project}/runs` },
      query: query as Record<string, string>,
    })),
    fc.record({ project: inPath, body: update }).map(({ project, body }) => ({
      ...{ id: "updateRun", method: "PUT", path: `/projects/${project}/runs/DEMO-R-1`, body },
    })),
    fc.constantFrom("1", "x", "1.5", "9000000000", "-3").map((folder) => ({
      ...{ id: "getFolder", method: "GET", path: `/folders/${folder}` },
    })),
  );

  await expectAgreement(everyKind, asked);
}, 120_000);
