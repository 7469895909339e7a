/** Checks that the mock responds to valid and broken requests as Prism does, except for the differences that are named. */
import { createMockFetch } from "@testsigma-tms/mock";
import type { Operation } from "@testsigma-tms/spec/reader";
import { describe, expect, inject, it } from "vitest";
import { samples } from "./src/requests/generated-requests.ts";
import { requestTo } from "./src/requests/request-to.ts";
import { spec } from "./src/spec.ts";
import { failures, prismDifferences } from "./src/targets/prism-differences.ts";

interface SentRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | FormData | Uint8Array<ArrayBuffer>;
}

/** Returns the changed request; `undefined` where the change does not apply to an operation. */
type Change = (request: SentRequest, operation: Operation) => SentRequest | undefined;

/** A way to change a valid request, to which both must respond alike. */
type Alike = [name: string, change: Change];

/**
 * A way to change a valid request that shows a row of Prism's differences, with the pairs of statuses that both respond
 * with if they differ, first the mock's: `ok` for any success, `-` for no response, and `=` if only the violations differ.
 */
type Differing = [about: string, pairs: string, ...Alike];

const headers = (added: Record<string, string>) => (request: SentRequest) => ({
  ...request,
  headers: { ...request.headers, ...added },
});
const prefer = (value: string) => headers({ Prefer: value });
const authorization = (value: string) => headers({ Authorization: value });
const path = (pattern: RegExp, replacement: string) => (request: SentRequest) => ({
  ...request,
  url: request.url.replace(pattern, replacement),
});
const query = (parameter: string) => (request: SentRequest) => ({
  ...request,
  url: `${request.url}${request.url.includes("?") ? "&" : "?"}${parameter}`,
});
const method =
  (name: string) =>
  ({ body: _, ...request }: SentRequest) => ({ ...request, method: name });

const json = (change: (text: string) => string) => (request: SentRequest) =>
  typeof request.body === "string" ? { ...request, body: change(request.body) } : undefined;

/** Changes the headers of a request with a JSON body. */
const jsonWith = (added: Record<string, string>) => (request: SentRequest) =>
  typeof request.body === "string" ? headers(added)(request) : undefined;
const jsonAs = (type: string) => jsonWith({ "Content-Type": type });

/** Sends a body where the operation has none. */
const unexpected = (type: string, body: string) => (request: SentRequest, operation: Operation) =>
  operation.requestBody || request.method === "GET"
    ? undefined
    : { ...headers({ "Content-Type": type })(request), body };

/** Prefers the last example of the first successful or other response, with what `prefix` makes of its status. */
const preferExample = (isSuccess: boolean, prefix: (status: string) => string): Change => {
  return (request, { responses }) => {
    const response = responses.find((each) => each.isSuccess === isSuccess);
    const name = Object.keys(response?.content[0]?.examples ?? {}).at(-1);
    return response && name ? prefer(`${prefix(response.status)}example=${name}`)(request) : undefined;
  };
};

const withoutType: Change = ({ headers: { "Content-Type": _, ...others }, ...request }) =>
  typeof request.body === "string"
    ? { ...request, headers: others, body: new TextEncoder().encode(request.body) }
    : undefined;

/** Applies a change to one operation only, because Prism takes the whole time limit. */
const once =
  (change: Change): Change =>
  (request, operation) =>
    operation.id === "createTestRun" ? change(request, operation) : undefined;

const collections = /(?=\/(projects|users|labels|test_cases)\b)/;
const end = /(?=\?|$)/;
const otherMethod = "`HEAD` and `OPTIONS`";
const otherCase = "Scheme `bearer` in another case";
const inQuery = "`__code`, `__example` and `__dynamic` in the query";
const unknownPreference = "`Prefer` with an unknown example, status or name";
const otherType = "Media type of a body: another, none, or any where the operation has no body";
const otherIds = "Body that names another project or thing than the path";
const wrongJson = "Invalid JSON, or JSON with a byte order mark";

/** Valid and broken requests that programs of all kinds send. */
const alike: Alike[] = [
  ["the base path twice", path(collections, "/api/v1")],
  ["a double slash", path(collections, "/")],
  ["a path that the spec lacks", path(end, "/nothing/here")],
  ["PATCH", method("PATCH")],
  ["no credential", authorization("")],
  ["Basic", authorization("Basic bWFkZTp1cA==")],
  ["two spaces before the key", authorization("Bearer  made-up-key")],
  ["an unknown parameter", query("unknown=1")],
  ["a parameter twice", query("page_size=1&page_size=2")],
  ["a text for a number", query("page_size=ten")],
  ["a number below the minimum", query("page_size=0")],
  ["an empty text in the query", query("name_neq=")],
  ["Prefer: code=401", prefer("code=401")],
  ["Prefer: respond-async", prefer("respond-async")],
  ["Prefer: example=<of the success>", preferExample(true, () => "")],
  ["Prefer: code=<failure>, example=<of it>", preferExample(false, (status) => `code=${status}, `)],
  ["a media type with charset", jsonAs("application/json; charset=utf-8")],
  ["a media type in capitals", jsonAs("Application/JSON")],
  ["an empty body", json(() => "")],
  ["an array", json(() => "[]")],
  ["a further property", json((text) => text.replace("{", '{"not_in_the_spec_either":1,'))],
];
const differing: Differing[] = [
  ["Trailing slash", "404 405, 404 422", "a trailing slash", path(end, "/")],
  [otherMethod, "ok 405", "HEAD", method("HEAD")],
  [otherMethod, "ok 405", "OPTIONS", method("OPTIONS")],
  [otherCase, "ok 401", "bearer", authorization("bearer made-up-key")],
  [otherCase, "ok 401", "BEARER", authorization("BEARER made-up-key")],
  ["The key `invalid`", "401 ok", "the key invalid", authorization("Bearer invalid")],
  ["Empty value of a number in the query", "422 ok", "an empty number in the query", query("page_size=")],
  [inQuery, "ok 404", "__code=404", query("__code=404")],
  [inQuery, "ok 404", "__example=unknown", query("__example=unknown")],
  ["`Prefer: example=` alone", "400 404, 401 404", "Prefer: example=<of a failure>", preferExample(false, () => "")],
  [unknownPreference, "400 404", "Prefer: example=unknown", prefer("example=unknown")],
  [unknownPreference, "400 404, 400 500", "Prefer: code=200, example=unknown", prefer("code=200, example=unknown")],
  [unknownPreference, "400 404", "Prefer: code=418", prefer("code=418")],
  [unknownPreference, "400 422", "Prefer: code=abc", prefer("code=abc")],
  [unknownPreference, "400 ok", "Prefer: unknown", prefer("unknown")],
  ["`Prefer: dynamic=`", "400 ok", "Prefer: dynamic=true", prefer("dynamic=true")],
  ["`Accept` without JSON", "ok 406", "Accept: text/html", headers({ Accept: "text/html" })],
  [otherType, "415 422", "text/plain", jsonAs("text/plain")],
  [otherType, "415 422", "a form in the URL's encoding", jsonAs("application/x-www-form-urlencoded")],
  [otherType, "415 422", "no media type", withoutType],
  [otherType, "415 422", "JSON where no body is documented", unexpected("application/json", "{}")],
  ["`Content-Type: application/…+json`", "415 ok", "a type of JSON", jsonAs("application/vnd.api+json")],
  ["`Content-Encoding`", "415 ok", "Content-Encoding: gzip", jsonWith({ "Content-Encoding": "gzip" })],
  ["JSON body `null`, `false`, `0` or an empty text", "422 =", "null", json(() => "null")],
  [wrongJson, "400 -", "invalid JSON", once(json(() => "{"))],
  [wrongJson, "ok -", "a byte order mark", once(json((text) => `\uFEFF${text}`))],
  [otherIds, "422 =", "an identifier that is not a UUID", path(/[0-9a-f]{8}-[0-9a-f-]{27}/, "42")],
];

const mockUrl = "http://localhost/api/v1";
const mock = createMockFetch();
/** The time after which Prism counts as silent; only for requests to which it never responds. */
const silentAfterMs = 2_000;

interface ValidRequest {
  operation: Operation;
  request: SentRequest;
}

/** A valid request of each operation: the one with the largest body. */
const requests: ValidRequest[] = await Promise.all(
  spec.operations.map(async (operation) => {
    const size = ({ body }: { body?: unknown }) => JSON.stringify(body ?? "").length;
    const [largest = { parameters: {} }] = samples(operation, 12).sort((one, other) => size(other) - size(one));
    let request: SentRequest | undefined;
    const fetch = async (url: string, init: RequestInit) => {
      request = { url, ...init } as unknown as SentRequest;
      return new Response();
    };
    await requestTo({ baseUrl: "", apiKey: "made-up-key", fetch }, operation, largest);
    return { operation, request: request as unknown as SentRequest };
  }),
);

/** A request of each kind of operation: neither looks at anything else of an operation before it looks at its schemas. */
const typicalRequests = [...new Map(requests.toReversed().map((each) => [kindOf(each.operation), each])).values()];

function kindOf({ method, parameters, requestBody, responses, items }: Operation): string {
  const types = requestBody?.content.map(({ mediaType }) => mediaType);
  const query = parameters.filter(({ in: place }) => place === "query").map(({ schema }) => schema);
  return JSON.stringify([method, types, query, responses.map(({ status }) => status), items.length > 0]);
}

interface Outcome {
  status: string;
  violations: string;
  text: string;
}

async function outcomeOf(sent: Promise<Response>): Promise<Outcome> {
  const response = await sent.catch(() => undefined);
  if (!response) return { status: "-", violations: "", text: "" };
  const text = await response.text();
  const listed: { location: string[]; code: string }[] = JSON.parse(response.headers.get("sl-violations") ?? "[]");
  const places = listed.map(({ location, code }) => `${location.join(".")}: ${code}`);
  return {
    status: response.ok ? "ok" : String(response.status),
    // Prism also lists them for a 401, a 415 and a response.
    violations: response.status === 422 ? [...new Set(places)].sort().join() : "",
    text: response.ok ? text : "",
  };
}

/** Sends a changed request to both; returns the pair of statuses if they differ, `undefined` if they respond alike. */
async function pairOf({ operation, request }: ValidRequest, change: Change, signal: AbortSignal | null) {
  const changed = change(request, operation);
  if (!changed) return undefined;
  const { url, ...init } = changed;
  const [ours, theirs] = await Promise.all([
    outcomeOf(mock(mockUrl + url, init)),
    outcomeOf(fetch(inject("prismUrl") + url, { ...init, signal })),
  ]);
  if (ours.status !== theirs.status) return `${ours.status} ${theirs.status}`;
  const isSame = ours.violations === theirs.violations && (operation.items.length > 0 || ours.text === theirs.text);
  return isSame ? undefined : `${ours.status} =`;
}

/** Expects that both respond to the changed requests with these pairs, whose statuses differ, and else alike. */
async function expectPairs(valid: ValidRequest[], change: Change, expected: string[]): Promise<void> {
  const pairs = new Map<string, string[]>();
  const isSilent = expected.some((pair) => pair.endsWith(" -"));
  for (const each of valid) {
    const pair = await pairOf(each, change, isSilent ? AbortSignal.timeout(silentAfterMs) : null);
    if (pair) pairs.set(pair, [...(pairs.get(pair) ?? []), each.operation.id]);
  }
  const shown = [...pairs].map(([pair, ids]) => `${pair}: ${ids.join(", ")}`).join("\n");
  expect([...pairs.keys()].sort(), `mock and Prism:\n${shown}`).toEqual(expected);
}

describe("mock and Prism", () => {
  it("respond alike to a valid request of every operation", async () => {
    await expectPairs(requests, (request) => request, []);
  });

  it.each(alike)("respond alike: %s", async (_, change) => {
    await expectPairs(typicalRequests, change, []);
  });

  it.each(differing)("differ in %s (%s): %s", async (_, pairs, __, change) => {
    await expectPairs(typicalRequests, change, pairs.split(", "));
  });

  it("differ in each row of the table, which a request above or a test of the suite shows", () => {
    const shown = new Set([...differing, ...failures.map(({ about }) => [about])].map(([about]) => about));
    const rows = prismDifferences.map(([about]) => about);

    expect(differing.filter(([about]) => !rows.includes(about))).toEqual([]);
    expect(rows.filter((about) => !shown.has(about))).toEqual([
      // The addresses of all tests show it.
      "Base path",
      // It would end the server of the other tests.
      "Malformed escape in the path, such as `%E0`",
      // Left out of the comparison.
      "204",
      "Header `sl-violations` of a 401, 415 or response",
    ]);
  });
});
