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
// Each Monday, CI sets FUZZ_RUNS.
const numRuns = Number(process.env.FUZZ_RUNS ?? 300);

/** Sends generated requests, those of the corpus first, and expects a response that explains itself. */
const expectResponses = <Value>(
  values: fc.Arbitrary<Value>,
  send: (value: Value) => Promise<Response>,
  known: Value[] = [],
) =>
  fc.assert(
    fc.asyncProperty(values, async (value) => {
      const response = await send(value);
      expect(response.status).toBeLessThan(500);
      const body = await response.text();
      if (body !== "") expect(JSON.parse(body)).toMatchObject({ message: expect.any(String) });
    }),
    { numRuns, examples: known.map((value): [Value] => [value]) },
  );

const headerText = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((unit) => String.fromCharCode(unit)) });

it("responds to every path and method", async () => {
  const segment = fc.oneof(
    fc.constantFrom("projects", "test_runs", "api", "v1", "..", "%2F", "%", "%00", "__proto__", ""),
    fc.webPath(),
    fc.string(),
  );
  const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND");
  await expectResponses(fc.tuple(fc.array(segment, { maxLength: 6 }), method), ([segments, method]) =>
    createRun(mock, { path: `/${segments.join("/")}`, method, body: null }),
  );
});

it("responds to every header", async () => {
  const names = ["Accept", "Authorization", "Content-Type", "Content-Encoding", "Content-Length", "Cookie", "X-Any"];
  const known = corpus.headers.map((headers) => ({ ...headers }) as Record<string, string>);
  const headers = fc.dictionary(fc.constantFrom(...names), headerText);
  await expectResponses(headers, (sent) => createRun(mock, { headers: sent }), known);
});

it("responds to every Prefer", async () => {
  const names = fc.constantFrom("code", "example", "dynamic", "latency", "__proto__", "constructor");
  const preference = fc.oneof(
    headerText,
    fc.tuple(names, headerText).map((pair) => pair.join("=")),
  );
  // Only a preference can cause a 5xx, and preferences for one are left out.
  const prefer = fc
    .array(preference, { maxLength: 3 })
    .map((preferences) => preferences.join(", "))
    .filter((text) => !/latency\s*=\s*"?0*[1-9]/.test(text) && !/code\s*=\s*"?5/.test(text));
  await expectResponses(prefer, (text) => createRun(mock, { headers: { Prefer: text } }), corpus.prefer);
});

it("responds to every body", async () => {
  const changed = fc
    .dictionary(fc.oneof(fc.constantFrom(...Object.keys(smallestRun), "__proto__"), fc.string()), fc.jsonValue())
    .map((changes) => JSON.stringify({ ...smallestRun, ...changes }));
  const body = fc.oneof(fc.uint8Array(), fc.string(), fc.json(), changed);
  // The key is hidden in the body, and may be any part of it.
  const keyIn = (sent: unknown, start: number) =>
    String(sent)
      .slice(start, start + 12)
      .replace(/[^\x20-\x7e]/g, "")
      .trim() || "any";
  await expectResponses(
    fc.tuple(body, fc.nat(100)),
    ([sent, start]) =>
      createRun(mock, { headers: { Authorization: `Bearer ${keyIn(sent, start)}` }, body: sent as string }),
    corpus.bodies.map((sent): [string, number] => [sent, 0]),
  );
});

it("responds to every query over HTTP", async () => {
  await using server = await startMock();
  await expectResponses(fc.tuple(fc.webQueryParameters(), fc.json()), ([query, body]) =>
    createRun(to(server.url), { path: `${path}?${query}`, body }),
  );
});
