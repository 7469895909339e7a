/**
 * Every request gets a response, which is never a 5xx unless a preference asks for one. The number of requests is
 * bounded; the seed is printed on failure. The corpus is sent before the random requests: add to it what fuzzing finds.
 */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createMockFetch, startMock } from "../src/index.js";
import corpus from "./corpus/requests.json" with { type: "json" };
import { createRun, path, smallestRun, to } from "./create-run.js";

const mock = createMockFetch();
// `pnpm fuzz` sets FUZZ_RUNS.
const numRuns = Number(process.env.FUZZ_RUNS ?? 1000);

async function expectSane(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500);
  const body = await response.text();
  if (body !== "") expect(JSON.parse(body)).toMatchObject({ message: expect.any(String) });
}

const headerText = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((unit) => String.fromCharCode(unit)) });
const preferText = fc.oneof(
  headerText,
  fc
    .tuple(fc.constantFrom("code", "example", "dynamic", "latency", "__proto__", "constructor"), headerText)
    .map((pair) => pair.join("=")),
);

it("responds to every path and method", async () => {
  const segment = fc.oneof(
    fc.constantFrom("projects", "test_runs", "api", "v1", "..", "%2F", "%", "%00", "__proto__", ""),
    fc.webPath(),
    fc.string(),
  );
  const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND");
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { maxLength: 6 }), method, async (segments, method) => {
      await expectSane(await createRun(mock, { path: `/${segments.join("/")}`, method, body: null }));
    }),
    { numRuns },
  );
});

it("responds to every header", async () => {
  const name = fc.constantFrom(
    "Accept",
    "Authorization",
    "Content-Type",
    "Content-Encoding",
    "Content-Length",
    "Cookie",
    "X-Any",
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, headerText), async (headers) => {
      await expectSane(await createRun(mock, { headers }));
    }),
    { numRuns, examples: corpus.headers.map((headers) => [Object.fromEntries(Object.entries(headers))]) },
  );
});

it("responds to every Prefer", async () => {
  // Only a preference can cause a 5xx, and preferences for one are left out.
  await fc.assert(
    fc.asyncProperty(fc.array(preferText, { maxLength: 3 }), async (preferences) => {
      const prefer = preferences.join(", ");
      fc.pre(!/latency\s*=\s*"?0*[1-9]/.test(prefer) && !/code\s*=\s*"?5/.test(prefer));
      await expectSane(await createRun(mock, { headers: { Prefer: prefer } }));
    }),
    { numRuns, examples: corpus.prefer.map((preference) => [[preference]]) },
  );
});

it("responds to every body", async () => {
  const changed = fc
    .dictionary(fc.oneof(fc.constantFrom(...Object.keys(smallestRun), "__proto__"), fc.string()), fc.jsonValue())
    .map((changes) => JSON.stringify({ ...smallestRun, ...changes }));
  const body = fc.oneof(fc.uint8Array(), fc.string(), fc.json(), changed);
  // The key is hidden in the body, and may be any part of it.
  const keyIn = (body: unknown, start: number) =>
    String(body)
      .slice(start, start + 12)
      .replace(/[^\x20-\x7e]/g, "")
      .trim() || "any";
  await fc.assert(
    fc.asyncProperty(body, fc.nat(100), async (body, start) => {
      const headers = { Authorization: `Bearer ${keyIn(body, start)}` };
      await expectSane(await createRun(mock, { headers, body: body as string }));
    }),
    { numRuns, examples: corpus.bodies.map((body): [string, number] => [body, 0]) },
  );
});

it("responds to every query over HTTP, and still does after", async () => {
  await using server = await startMock();
  await fc.assert(
    fc.asyncProperty(fc.webQueryParameters(), fc.jsonValue(), async (query, body) => {
      const init = { method: "POST", headers: { Authorization: "Bearer any", "Content-Type": "application/json" } };
      await expectSane(await fetch(new URL(`${path}?${query}`, server.url), { ...init, body: JSON.stringify(body) }));
    }),
    { numRuns: numRuns / 2 },
  );

  expect((await createRun(to(server.url))).status).toBe(200);
});

it("responds to deep nesting", async () => {
  const depth = 100_000;
  const headers = { Authorization: "Bearer long-enough-to-be-hidden" };
  await expectSane(await createRun(mock, { headers, body: "[".repeat(depth) + "]".repeat(depth) }));
});
