import spec from "@testsigma-tms/spec/openapi.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { testsigmaApi } from "../src/api/api.js";
import { createMockFetch } from "../src/index.js";
import { prepare } from "../src/respond.js";
import { createRun, runOf } from "./create-run.js";

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(spec, "spec");
const { responses } = prepare(testsigmaApi);
/** The number of different responses that were generated, by operation. */
const varied = new Map<string, number>();

const described = testsigmaApi.operations.flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, { contents }]) =>
    contents.map(({ mediaType }) => ({ id: operation.id, operation, status: Number(status), mediaType })),
  ),
);

it.each(described)("generates responses of $id, $status, that match the spec, whatever the seed", async (one) => {
  const { operation, status, mediaType } = one;
  const { path, method } = operation;
  const { $ref, content } = Object(spec.paths)[path][method.toLowerCase()].responses[status];
  const place =
    $ref ?? `#/paths/${encodeURIComponent(path.replaceAll("/", "~1"))}/${method.toLowerCase()}/responses/${status}`;
  expect($ref ?? content).toBeDefined();
  const matches = ajv.getSchema(`spec${place}/content/${encodeURIComponent(mediaType.replaceAll("/", "~1"))}/schema`);
  const sent = new Set<string>();
  // Errors look alike in all operations.
  for (let seed = 0; seed < (status < 300 ? 200 : 20); seed++) {
    const response = await responses.generated(operation, { status, mediaType }, String(seed));
    sent.add(JSON.stringify(response.content));
    if (status !== 204)
      expect(matches?.(response.content), JSON.stringify({ seed, response, errors: matches?.errors })).toBe(true);
  }
  varied.set(operation.id, sent.size + (varied.get(operation.id) ?? 0));
});

it("generates other data each time, and not the example over and over", () => {
  for (const [id, size] of varied) expect(size, id).toBeGreaterThan(10);
});

it("generates the same response from the same seed, whatever runs beside it; another from another or none", async () => {
  const mocks = ["a", "a", "b", undefined, undefined].map((seed) => createMockFetch({ dynamic: true, seed }));
  const responses = await Promise.all(mocks.map((mock) => createRun(mock)));
  const [first, same, ...others] = await Promise.all(responses.map((response) => response.text()));

  expect(same).toBe(first);
  expect(new Set([first, ...others]).size).toBe(4);
});

it("generates what looks like a test run, without properties that the spec does not have", async () => {
  const documented = Object.keys(spec.components.schemas.CreatedTestRun.properties);
  const mock = createMockFetch({ dynamic: true });
  for (let call = 0; call < 100; call++) {
    const run = await runOf(await createRun(mock));
    expect(documented).toEqual(expect.arrayContaining(Object.keys(run)));
    expect(run).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      human_id: expect.stringMatching(/^DEMO-R-\d+$/),
      status: expect.stringMatching(/^(ACTIVE|CLOSED)$/),
    });
    for (const time of ["created_at", "updated_at", "start_date", "end_date"]) {
      const year = new Date(Number(run[time]) * 1000).getUTCFullYear();
      expect([2023, 2024, 2025]).toContain(year);
    }
    expect(Number(run.created_at)).toBeLessThanOrEqual(Number(run.updated_at));
    expect(Number(run.start_date)).toBeLessThanOrEqual(Number(run.end_date));
  }
});

it.each([
  [false, "dynamic=true", false],
  [true, "dynamic=false", true],
  [true, "example=created", true],
])("where dynamic is %s, with Prefer: %s, plays the example: %s", async (dynamic, preference, isExample) => {
  const response = await createRun(createMockFetch({ dynamic }), { headers: { Prefer: preference } });

  expect((await runOf(response)).title === "Regression suite — patient portal").toBe(isExample);
});
