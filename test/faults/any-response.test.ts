import { createClient, TestsigmaError } from "@testsigma-tms/client";
import fc from "fast-check";
import { expect, it } from "vitest";
import responses from "./fixtures/responses.json" with { type: "json" };
import { runInput } from "./src/operations.ts";
import { testKey } from "./src/rig/protocol.ts";
import { containsSecret } from "./src/run/contains-secret.ts";

// Each Monday, CI sets FUZZ_RUNS.
const numRuns = Number(process.env.FUZZ_RUNS ?? 500);

/** Makes one create and returns the result. Nothing is retried: other tests cover waiting. */
async function createWith(fetch: () => Promise<Response>): Promise<unknown> {
  const client = createClient({ apiKey: testKey, baseUrl: "https://127.0.0.1/api/v1", fetch, maxRetries: 0 });
  return client.createTestRun(runInput("1")).catch((error: unknown) => error);
}

/** Makes one create whose response has a status and a body, unless the status has none. */
const createFor = (
  status: number,
  body: ConstructorParameters<typeof Response>[0],
  headers: Record<string, string> = {},
) => createWith(async () => new Response([204, 205, 304].includes(status) ? null : body, { status, headers }));

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDocumented(body: unknown): boolean {
  return isObject(body) && "message" in body && isObject(body.data) && isObject(body.data.test_run);
}

/** Expects the typed success, or an error that says what is known. */
function expectTyped(settled: unknown): void {
  if (settled instanceof TestsigmaError) {
    expect(settled.outcome).toMatch(/^(not-sent|rejected|unknown)$/);
    expect(containsSecret(settled, testKey)).toBe(false);
  } else {
    expect(settled).not.toBeInstanceOf(Error);
    expect(isDocumented(settled)).toBe(true);
  }
}

const status = fc.integer({ min: 200, max: 599 });

const headers = fc.dictionary(
  fc.constantFrom("content-type", "retry-after", "location", "content-length", "x-request-id", "x-tms-api-limit"),
  fc.oneof(
    fc.constantFrom("application/json", "text/html", "https://arcus.testsigma.com/", "//x", testKey, "-1", "1e9"),
    fc.stringMatching(/^[\x21-\x7e]{0,20}$/),
  ),
);

const testRun = fc.record({ test_run: fc.record({ id: fc.uuid(), title: fc.string() }) });
const nearlyDocumented = fc.record(
  {
    message: fc.oneof(fc.constantFrom("", "rate limit exceeded", testKey), fc.anything()),
    data: fc.oneof(testRun, fc.anything()),
    errors: fc.anything(),
    code: fc.integer(),
  },
  { requiredKeys: [] },
);
function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    JSON.stringify(value, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
  );
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array)),
  fc.json().map((text) => new TextEncoder().encode(text)),
  nearlyDocumented.map(encode),
);

/**
 * Responses that are played before the random ones, because they once caused a problem, or nearly did. Add those that
 * fuzzing finds.
 */
const corpus = responses.map(({ status, headers, body }): [number, Record<string, string>, Uint8Array<ArrayBuffer>] => [
  status,
  Object.fromEntries(Object.entries(headers)),
  new TextEncoder().encode(body),
]);

it("makes any bytes under any status and headers a success or a TestsigmaError", async () => {
  const property = fc.asyncProperty(status, headers, bytes, async (code, head, body) => {
    expectTyped(await createFor(code, body, head));
  });
  await fc.assert(property, { numRuns, examples: corpus });
});

it("accepts a success only with the documented properties", async () => {
  const property = fc.asyncProperty(nearlyDocumented, async (body) => {
    const sent: unknown = JSON.parse(new TextDecoder().decode(encode(body)));
    const settled = await createFor(200, encode(body));
    if (isDocumented(sent)) expect(settled).toEqual(sent);
    else expect(settled).toMatchObject({ name: "ResponseError", outcome: "unknown" });
  });
  await fc.assert(property, { numRuns });
});

it("reports rejected only for 4xx and the rate limit", async () => {
  const property = fc.asyncProperty(status, bytes, async (code, body) => {
    const settled = await createFor(code, body);
    const isRateLimit = new TextDecoder().decode(body).includes("rate limit exceeded");
    const mayBeRejected = (code >= 400 && code < 500) || (code === 500 && isRateLimit);
    if (settled instanceof TestsigmaError && settled.outcome === "rejected") expect(mayBeRejected).toBe(true);
  });
  await fc.assert(property, { numRuns, examples: corpus.map(([code, , body]) => [code, body]) });
});

it("makes anything that fetch throws a TestsigmaError", async () => {
  const property = fc.asyncProperty(fc.anything(), async (thrown) => {
    const settled = await createWith(() => Promise.reject(thrown));
    expect(settled).toBeInstanceOf(TestsigmaError);
    expectTyped(settled);
  });
  await fc.assert(property, { numRuns });
});

it("makes a body that breaks off anywhere, with anything, a TestsigmaError", async () => {
  const part = fc.uint8Array({ maxLength: 50 });
  const property = fc.asyncProperty(status, part, fc.anything(), async (code, part, thrown) => {
    const start = (controller: ReadableStreamDefaultController) => {
      controller.enqueue(new Uint8Array(part));
      controller.error(thrown);
    };
    const settled = await createFor(code, new ReadableStream({ start }));
    expect(settled).toBeInstanceOf(TestsigmaError);
    expectTyped(settled);
  });
  await fc.assert(property, { numRuns });
});
