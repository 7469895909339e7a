import fc from "fast-check";
import { describe, expect } from "vitest";
import { it, operations } from "./contract-test.ts";
import { badRequests, goodRequests, samples, seed } from "./src/requests/generated-requests.ts";
import { requestTo } from "./src/requests/request-to.ts";
import { findOperation, spec } from "./src/spec.ts";

// Over http few runs suffice, because a socket does not depend on the values. To Prism, same-verdicts.test.ts sends
// more.
const numRuns = { http: 6, prism: 3 }[process.env.CONTRACT_TARGET ?? ""] ?? 25;
const correct = "Correct the mock, or the spec.";
const bearer = { Authorization: "Bearer made-up-key" };

describe.each(operations)("$id", (operation) => {
  const good = goodRequests(spec, operation);

  it("accepts every request that fits the spec", async ({ target }) => {
    await fc.assert(
      fc.asyncProperty(good, async (request) => {
        const response = await requestTo(target, operation, request);
        const text = await response.text();
        expect(response.ok, `It fits the spec, but got ${response.status} ${text}. ${correct}`).toBe(true);
      }),
      { seed, numRuns },
    );
  });

  const bad = badRequests(spec, operation);
  if (bad) {
    it("rejects every request that breaks the spec", async ({ target }) => {
      await fc.assert(
        fc.asyncProperty(bad, async (request) => {
          const { status } = await requestTo(target, operation, request);
          expect(status, `It breaks the spec, but got ${status}. ${correct}`).toBe(422);
        }),
        { seed, numRuns },
      );
    });
  }

  it("responds as the spec says, with any documented status", async ({ target }) => {
    const statuses = operation.responses.map(({ status }) => status).filter((status) => /^\d+$/.test(status));
    await fc.assert(
      fc.asyncProperty(good, fc.constantFrom(...statuses), async (request, status) => {
        const headers = { ...bearer, Prefer: `code=${status}` };
        expect((await requestTo(target, operation, request, headers)).status).toBe(Number(status));
      }),
      { seed, numRuns },
    );
  });

  if (operation.isSecured) {
    it.for([
      ["without a credential", {}],
      ["with an empty credential", { Authorization: "" }],
      ["with a scheme but no key", { Authorization: "Bearer" }],
      ["with a scheme that is not in the spec", { Authorization: "Basic bWFkZTp1cA==" }],
      ["with a key but no scheme", { Authorization: "made-up-key" }],
    ] as const)("rejects a request %s", async ([, headers], { target }) => {
      const [request] = samples(operation, 1);
      expect.assert(request);

      const { status } = await requestTo(target, operation, request, headers);
      expect(status, `It has no usable credential. ${correct}`).toBe(401);
    });
  }
});

describe.each([...new Set(operations.map(({ path }) => path))])("%s", (path) => {
  const documented = operations.filter((operation) => operation.path === path);
  const allowed = documented.map(({ method }) => method);
  const others = ["GET", "PUT", "POST", "DELETE", "PATCH"].filter((method) => !findOperation(operations, method, path));

  it.for(others)("rejects %s, and says what it allows", async (method, { target }) => {
    const [operation] = documented;
    expect.assert(operation);
    const [request] = samples(operation, 1);
    expect.assert(request);
    const response = await requestTo(target, { ...operation, method }, { parameters: request.parameters });

    expect(response.status, `The spec has no ${method} ${path}. ${correct}`).toBe(405);
    expect(response.headers.get("allow")?.split(", "), "Allow").toEqual(expect.arrayContaining(allowed));
  });
});
