/** Checks that the mock responds to valid and broken requests as Prism does, except for the differences that are named. */
import { createMockFetch } from "@testsigma-tms/mock";
import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { goodRequests } from "./src/requests/generated-requests.ts";
import { requestTo } from "./src/requests/request-to.ts";
import { spec } from "./src/spec.ts";
import { prismDifferences } from "./src/targets/prism-differences.ts";
import { type SentRequest, type Variation, variations } from "./src/variations.ts";

const mockUrl = "http://localhost/api/v1";
const mock = createMockFetch();
/** Prism never responds to some requests. */
const prismResponds = () => ({ signal: AbortSignal.timeout(2_000) });

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
async function differences({ change }: Variation): Promise<Map<string, string[]>> {
  const pairs = new Map<string, string[]>();
  for (const { operation, request } of requests) {
    const changed = change(request, operation);
    if (!changed) continue;
    const { url, ...init } = changed;
    const [ours, theirs] = await Promise.all([
      outcomeOf(mock(mockUrl + url, init)),
      outcomeOf(fetch(inject("prismUrl") + url, { ...init, ...prismResponds() })),
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
    const unshown = prismDifferences.filter(({ about, failure }) => !failure && !shownBy.has(about));

    expect([...shownBy].filter((about) => about && !prismDifferences.some((row) => row.about === about))).toEqual([]);
    expect(unshown.map(({ about }) => about)).toEqual([
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
