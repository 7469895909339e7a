/** Checks that the mock and Prism agree on which requests match the spec, in status and violations. */
import { createMockFetch } from "@testsigma-tms/mock";
import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { badRequests, goodRequests, seed } from "./src/requests/generated-requests.ts";
import { type RequestParts, requestTo } from "./src/requests/request-to.ts";
import { spec } from "./src/spec.ts";

const apiKey = "made-up-key";
const mock = { apiKey, baseUrl: "http://localhost/api/v1", fetch: createMockFetch() };
const prism = { apiKey, baseUrl: inject("prismUrl"), fetch };

interface Violation {
  location: string[];
  code: string;
  message: string;
}

/** Returns the verdict of a response on its request: the status, and the place and keyword of each violation. */
async function verdictOf(response: Response) {
  await response.text();
  const violations: Violation[] = JSON.parse(response.headers.get("sl-violations") ?? "[]");
  // Prism accepts a body that contradicts the path; see prismDifferences.
  const shared = violations.filter(({ message }) => !/ must be the \w+ of the path, /.test(message));
  const status =
    response.status === 422 && shared.length === 0 ? "accepted" : response.ok ? "accepted" : response.status;
  const places = shared.map(({ location, code }) => `${location.join(".")}: ${code}`);
  return { status, violations: [...new Set(places)].sort() };
}

describe.each(spec.operations)("$id", (operation) => {
  async function expectSame(request: RequestParts): Promise<void> {
    const [ours, theirs] = await Promise.all([mock, prism].map((target) => requestTo(target, operation, request)));
    expect.assert(ours && theirs);
    const [our, their] = [await verdictOf(ours), await verdictOf(theirs)];
    // Prism treats a falsy body as missing; see prismDifferences.
    if (request.body !== undefined && !request.body) expect(our.status).toBe(their.status);
    else expect(our).toEqual(their);
  }

  it("gets the same verdict from mock and Prism for a valid request", async () => {
    await fc.assert(fc.asyncProperty(goodRequests(spec, operation), expectSame), { seed, numRuns: 4 });
  });

  const bad = badRequests(spec, operation);
  if (bad) {
    it("gets the same verdict from mock and Prism for an invalid request", async () => {
      await fc.assert(fc.asyncProperty(bad, expectSame), { seed, numRuns: 8 });
    });
  }
});
