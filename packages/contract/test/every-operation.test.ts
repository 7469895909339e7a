import fc from "fast-check";
import { describe, expect } from "vitest";
import { badRequests, goodRequests } from "../src/request-arbitraries.ts";
import { requestTo } from "../src/request-to.ts";
import { it, operations } from "./contract-test.ts";

// One seed: what fails here fails again in the next run.
const [seed, numRuns] = [20261123, 200];
const correct = "Correct the mock, or the description in spec/.";
const bearer = { Authorization: "Bearer made-up-key" };

describe.each(operations)("$id", (operation) => {
  it("accepts every request that fits the description", async ({ target }) => {
    await fc.assert(
      fc.asyncProperty(goodRequests(operation), async (request) => {
        const response = await requestTo(target, operation, request);
        const text = await response.text();
        expect(response.ok, `It fits the description, but got ${response.status} ${text}. ${correct}`).toBe(true);
      }),
      { seed, numRuns },
    );
  });

  const bad = badRequests(operation);
  if (bad) {
    it("refuses every request that breaks the description", async ({ target }) => {
      await fc.assert(
        fc.asyncProperty(bad, async (request) => {
          const { status } = await requestTo(target, operation, request);
          expect(status, `It breaks the description, but got ${status}. ${correct}`).toBe(422);
        }),
        { seed, numRuns },
      );
    });
  }

  it("answers as described, whatever it is made to answer", async ({ target }) => {
    const statuses = Object.keys(operation.responses).filter((status) => /^\d+$/.test(status));
    await fc.assert(
      fc.asyncProperty(goodRequests(operation), fc.constantFrom(...statuses), async (request, status) => {
        const headers = { ...bearer, Prefer: `code=${status}, dynamic=true` };
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
      ["with a scheme that is not described", { Authorization: "Basic bWFkZTp1cA==" }],
      ["with a key but no scheme", { Authorization: "made-up-key" }],
    ] as const)("takes no request %s", async ([, headers], { target }) => {
      const [request] = fc.sample(goodRequests(operation), { seed, numRuns: 1 });
      expect.assert(request);

      const { status } = await requestTo(target, operation, request, headers);
      expect(status, `It has no usable credential. ${correct}`).toBe(401);
    });
  }
});

describe.each([...new Set(operations.map(({ path }) => path))])("%s", (path) => {
  const described = operations.filter((operation) => operation.path === path);
  const allowed = described.map(({ method }) => method);
  const others = ["GET", "PUT", "POST", "DELETE", "PATCH"].filter((method) => !allowed.includes(method));

  it.for(others)("takes no %s, and says what it takes", async (method, { target }) => {
    const [operation] = described;
    expect.assert(operation);
    const [request] = fc.sample(goodRequests(operation), { seed, numRuns: 1 });
    expect.assert(request);
    const response = await requestTo(target, { ...operation, method }, { parameters: request.parameters });

    expect(response.status, `The description has no ${method} ${path}. ${correct}`).toBe(405);
    expect(response.headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(allowed));
  });
});
