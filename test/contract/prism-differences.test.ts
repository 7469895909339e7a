/** Checks that the mock responds to valid and broken requests as Prism does, except for the differences that are named. */
import { createMockFetch } from "@testsigma-tms/mock";
import type { Operation } from "@testsigma-tms/spec/reader";
import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { goodRequests } from "./src/requests/generated-requests.ts";
import { requestTo } from "./src/requests/request-to.ts";
import { spec } from "./src/spec.ts";
import { failures, prismDifferences } from "./src/targets/prism-differences.ts";

interface SentRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | FormData | Uint8Array<ArrayBuffer>;
}

/** A way to change a valid request. */
interface Variation {
  name: string;
  change: Change;
  /** The row of Prism's differences that it shows; not set if both must respond alike. */
  about?: string;
  /**
   * The pairs of statuses that both respond with if they differ, first the mock's: `ok` for any success, `-` for no
   * response, and `=` if only the violations differ.
   */
  pairs: string[];
}

/** Returns the changed request; `undefined` where the change does not apply to an operation. */
type Change = (request: SentRequest, operation: Operation) => SentRequest | undefined;

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

function alike(name: string, change: Change): Variation {
  return { name, change, pairs: [] };
}

function differ(about: string, pairs: string, name: string, change: Change): Variation {
  return { name, change, about, pairs: pairs.split(", ") };
}

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
const variations: Variation[] = [
  alike("nothing changed", (request) => request),
  alike("the base path twice", path(collections, "/api/v1")),
  alike("a double slash", path(collections, "/")),
  alike("a path that the spec lacks", path(end, "/nothing/here")),
  alike("PATCH", method("PATCH")),
  alike("no credential", authorization("")),
  alike("Basic", authorization("Basic bWFkZTp1cA==")),
  alike("two spaces before the key", authorization("Bearer  made-up-key")),
  alike("an unknown parameter", query("unknown=1")),
  alike("a parameter twice", query("page_size=1&page_size=2")),
  alike("a text for a number", query("page_size=ten")),
  alike("a number below the minimum", query("page_size=0")),
  alike("an empty text in the query", query("name_neq=")),
  alike("Prefer: code=401", prefer("code=401")),
  alike("Prefer: respond-async", prefer("respond-async")),
  alike(
    "Prefer: example=<of the success>",
    preferExample(true, () => ""),
  ),
  alike(
    "Prefer: code=<failure>, example=<of it>",
    preferExample(false, (status) => `code=${status}, `),
  ),
  alike("a media type with charset", jsonAs("application/json; charset=utf-8")),
  alike("a media type in capitals", jsonAs("Application/JSON")),
  alike(
    "an empty body",
    json(() => ""),
  ),
  alike(
    "an array",
    json(() => "[]"),
  ),
  alike(
    "a further property",
    json((text) => text.replace("{", '{"not_in_the_spec_either":1,')),
  ),
  differ("Trailing slash", "404 405, 404 422", "a trailing slash", path(end, "/")),
  differ(otherMethod, "ok 405", "HEAD", method("HEAD")),
  differ(otherMethod, "ok 405", "OPTIONS", method("OPTIONS")),
  differ(otherCase, "ok 401", "bearer", authorization("bearer made-up-key")),
  differ(otherCase, "ok 401", "BEARER", authorization("BEARER made-up-key")),
  differ("The key `invalid`", "401 ok", "the key invalid", authorization("Bearer invalid")),
  differ("Empty value of a number in the query", "422 ok", "an empty number in the query", query("page_size=")),
  differ(inQuery, "ok 404", "__code=404", query("__code=404")),
  differ(inQuery, "ok 404", "__example=unknown", query("__example=unknown")),
  differ(
    "`Prefer: example=` alone",
    "400 404, 401 404",
    "Prefer: example=<of a failure>",
    preferExample(false, () => ""),
  ),
  differ(unknownPreference, "400 404", "Prefer: example=unknown", prefer("example=unknown")),
  differ(
    unknownPreference,
    "400 404, 400 500",
    "Prefer: code=200, example=unknown",
    prefer("code=200, example=unknown"),
  ),
  differ(unknownPreference, "400 404", "Prefer: code=418", prefer("code=418")),
  differ(unknownPreference, "400 422", "Prefer: code=abc", prefer("code=abc")),
  differ(unknownPreference, "400 ok", "Prefer: unknown", prefer("unknown")),
  differ("`Prefer: dynamic=`", "400 ok", "Prefer: dynamic=true", prefer("dynamic=true")),
  differ("`Accept` without JSON", "ok 406", "Accept: text/html", headers({ Accept: "text/html" })),
  differ(otherType, "415 422", "text/plain", jsonAs("text/plain")),
  differ(otherType, "415 422", "a form in the URL's encoding", jsonAs("application/x-www-form-urlencoded")),
  differ(otherType, "415 422", "no media type", withoutType),
  differ(otherType, "415 422", "JSON where no body is documented", unexpected("application/json", "{}")),
  differ("`Content-Type: application/…+json`", "415 ok", "a type of JSON", jsonAs("application/vnd.api+json")),
  differ("`Content-Encoding`", "415 ok", "Content-Encoding: gzip", jsonWith({ "Content-Encoding": "gzip" })),
  differ(
    "JSON body `null`, `false`, `0` or an empty text",
    "422 =",
    "null",
    json(() => "null"),
  ),
  differ(wrongJson, "400 -", "invalid JSON", once(json(() => "{"))),
  differ(wrongJson, "ok -", "a byte order mark", once(json((text) => `\uFEFF${text}`))),
  differ(otherIds, "422 =", "an identifier that is not a UUID", path(/[0-9a-f]{8}-[0-9a-f-]{27}/, "42")),
];

const mockUrl = "http://localhost/api/v1";
const mock = createMockFetch();
/** The time after which Prism counts as silent; only for requests to which it never responds. */
const silentAfterMs = 2_000;

/** Returns a valid request of each operation: the one with the largest body. */
const requests = await Promise.all(
  spec.operations.map(async (operation) => {
    const size = ({ body }: { body?: unknown }) => JSON.stringify(body ?? "").length;
    const [largest = { parameters: {} }] = fc
      .sample(goodRequests(spec, operation), { seed: 20261123, numRuns: 12 })
      .sort((one, other) => size(other) - size(one));
    let sent: SentRequest | undefined;
    const fetch = async (url: string, init: RequestInit) => {
      sent = { url, ...init } as unknown as SentRequest;
      return new Response();
    };
    await requestTo({ baseUrl: "", apiKey: "made-up-key", fetch }, operation, largest);
    return { operation, request: sent as unknown as SentRequest };
  }),
);

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

/** Returns the pair of statuses with which the mock and Prism respond differently; `undefined` if they respond alike. */
function pairOf(ours: Outcome, theirs: Outcome, isPaged: boolean): string | undefined {
  if (ours.status !== theirs.status) return `${ours.status} ${theirs.status}`;
  const isSame = ours.violations === theirs.violations && (isPaged || ours.text === theirs.text);
  return isSame ? undefined : `${ours.status} =`;
}

/** Sends a variation of each operation's request to both; resolves to the pairs, with the operations that show them. */
async function differences({ change, pairs: expected }: Variation): Promise<Map<string, string[]>> {
  const pairs = new Map<string, string[]>();
  const isSilent = expected.some((pair) => pair.endsWith(" -"));
  for (const { operation, request } of requests) {
    const changed = change(request, operation);
    if (!changed) continue;
    const { url, ...init } = changed;
    const [ours, theirs] = await Promise.all([
      outcomeOf(mock(mockUrl + url, init)),
      outcomeOf(
        fetch(inject("prismUrl") + url, { ...init, ...(isSilent && { signal: AbortSignal.timeout(silentAfterMs) }) }),
      ),
    ]);
    const pair = pairOf(ours, theirs, operation.items.length > 0);
    if (pair) pairs.set(pair, [...(pairs.get(pair) ?? []), operation.id]);
  }
  return pairs;
}

describe("mock and Prism", () => {
  it.each(variations)("respond alike, or as the table of differences says: $name", async (variation) => {
    const found = await differences(variation);
    const shown = [...found].map(([pair, ids]) => `${pair}: ${ids.join(", ")}`).join("\n");

    expect([...found.keys()].sort(), `mock and Prism:\n${shown}`).toEqual(variation.pairs);
  });

  it("differ in each row of the table, which a variation or a test of the suite shows", () => {
    const shownBy = new Set(variations.map(({ about }) => about));
    const unshown = prismDifferences.filter(
      ([about]) => !shownBy.has(about) && !failures.some((failure) => failure.about === about),
    );

    expect([...shownBy].filter((about) => about && !prismDifferences.some(([name]) => name === about))).toEqual([]);
    expect(unshown.map(([about]) => about)).toEqual([
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
