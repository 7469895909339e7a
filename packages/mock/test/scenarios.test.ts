import { expect, it } from "vitest";
import { testsigmaApi } from "../src/api.js";
import { createMockFetch, prefer, type ScenarioName } from "../src/index.js";
import { ask, createRun } from "./create-run.js";

const createTestRun = testsigmaApi.operations.find(({ id }) => id === "createTestRun");
const scenarios = [...(createTestRun?.scenarios.values() ?? [])];

it.each(scenarios)("plays $name, which has the status $status", async ({ name, status }) => {
  expect(await ask({ headers: prefer(name as ScenarioName) })).toMatchObject({ status });
});

it.each([
  ["example=rate_limited", 500, "rate limit exceeded"],
  ["code=404", 404, "Project not found"],
  ["return=minimal, wait=10", 200, ""],
  ['wait, EXAMPLE = "rate_limited"; note="code=404", example=created', 500, "rate limit exceeded"],
])("responds to Prefer: %s with %i", async (header, status, message) => {
  const { headers, ...response } = await ask({ headers: { Prefer: header } });

  expect(response).toMatchObject({ status, body: { message } });
  if (status === 500) expect(headers.get("x-tms-api-limit")).toBe("10");
});

it.each([
  ["example=creatd", 'createTestRun has no example "creatd"; did you mean created? Known: created, '],
  ["example=nope", 'createTestRun has no example "nope". Known: created, validation_failed, '],
  ["code=429", 'createTestRun has no status "429". Known: 200, 400, 401, 404, 422, 500.'],
  ["code=nope", 'createTestRun has no status "nope". Known: 200, 400, 401, 404, 422, 500.'],
  ["code=200, example=rate_limited", 'the example "rate_limited" belongs to the status 500, not 200.'],
  ["exmaple=created", 'unknown preference "exmaple"; did you mean example? Known: code, example, latency.'],
  ["foo", 'unknown preference "foo". Known: code, example, latency.'],
  ["dynamic=true", "only Prism generates data. Run testsigma-tms-mock prism --dynamic."],
  ["latency=1e9", 'latency: expected 0 to 60000 milliseconds, got "1e9".'],
])("rejects Prefer: %s", async (header, message) => {
  const { body } = await ask({ headers: { Prefer: header } });
  expect(body).toEqual({ code: 400, message: expect.stringContaining(message) });
});

it("throws for an unknown scenario, naming the known ones", () => {
  expect(() => prefer("nope" as ScenarioName)).toThrow('Unknown scenario "nope". Known: ');
});

it("plays a sequence in order, then the default response", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["rate_limited", "internal_error"] } });

  expect(await (await createRun(mock)).json()).toEqual({ message: "rate limit exceeded" });
  expect(await (await createRun(mock)).json()).toEqual({ message: "Internal Server Error" });
  expect((await createRun(mock)).status).toBe(200);
});

it("does not use up a sequence for a request that is rejected or has a preference", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["rate_limited"] } });

  await createRun(mock, { body: "{}" });
  await createRun(mock, { headers: { Authorization: "Bearer invalid" } });
  await createRun(mock, { headers: prefer("created") });
  expect((await createRun(mock)).status).toBe(500);
});

it("queues further scenarios with play, lists those that were not played, and starts over with clear", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["rate_limited"] } });
  mock.play({ createTestRun: ["duplicate_title", "moved"] });

  expect((await createRun(mock)).status).toBe(500);
  expect((await createRun(mock)).status).toBe(400);
  expect(mock.pending()).toEqual({ createTestRun: ["moved"] });
  mock.clear();
  expect(mock.pending()).toEqual({ createTestRun: ["rate_limited"] });
});

it.each([
  [{ createTestRun: ["nope"] }, 'scenarios: createTestRun has no scenario "nope". Known: created, '],
  [{ createTestRun: ["rate_limitd"] }, 'has no scenario "rate_limitd"; did you mean rate_limited? Known: created, '],
  [{ nope: ["created"] }, 'scenarios: unknown operation "nope". Known: '],
  [{ createTestRuns: ["created"] }, 'unknown operation "createTestRuns"; did you mean createTestRun? Known: '],
  [{ createTestRun: "rate_limited" }, "scenarios: createTestRun: expected an array of names, such as"],
  [["rate_limited"], /scenarios`?: expected an object.*, got \["rate_limited"\]/],
])("throws for the scenarios %j", (sequences, message) => {
  expect(() => createMockFetch({ scenarios: sequences as object })).toThrow(message);
  expect(() => createMockFetch().play(sequences as object)).toThrow(message);
});

it("gives compile errors for misspelt names", () => {
  // @ts-expect-error: no scenario of this name
  expect(() => prefer("rate_limitedd")).toThrow();
  // @ts-expect-error: no scenario of this name
  expect(() => createMockFetch({ scenarios: { createTestRun: ["creatd"] } })).toThrow();
  // @ts-expect-error: no operation of this name
  expect(() => createMockFetch({ scenarios: { createTestRuns: ["created"] } })).toThrow();
  // @ts-expect-error: no option of this name
  expect(() => createMockFetch({ latencyy: 5 })).toThrow();
});
