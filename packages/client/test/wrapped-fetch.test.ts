import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../src/index.js";
import { recordedErrors } from "./fixtures/recorded-errors.js";
import { created, input, json } from "./stub-service.js";

afterEach(() => vi.unstubAllGlobals());

/** Creates a `fetch` that executes the create and then fails for a request of its own, such as one to a log server. */
function failingAfterwards(error: Error) {
  let executed = 0;
  const fetch = async () => {
    executed++;
    throw error;
  };
  return { fetch, executed: () => executed };
}

describe("a fetch that fails for a request of its own, after the create was executed", () => {
  const errors = recordedErrors.map(({ by, what, error }) => [`${what} (${by})`, error] as const);

  it.each(errors)("makes its outcome unknown, and never a second one: %s", async (_what, error) => {
    const { fetch, executed } = failingAfterwards(error);
    const call = createClient({ apiKey: "key", fetch, maxRetries: 2 }).createTestRun(input);
    await expect(call).rejects.toMatchObject({ name: "ConnectionError", outcome: "unknown", attempts: 1 });
    expect(executed()).toBe(1);
  });

  it("may be the global one that somebody patched", async () => {
    const refused = recordedErrors.find(({ what }) => what === "refused")?.error ?? new Error();
    const { fetch, executed } = failingAfterwards(refused);
    vi.stubGlobal("fetch", fetch);
    await expect(createClient({ apiKey: "key" }).createTestRun(input)).rejects.toMatchObject({ outcome: "unknown" });
    expect(executed()).toBe(1);
  });
});

describe("a runtime", () => {
  it("without fetch proves that nothing was sent", async () => {
    vi.stubGlobal("fetch", undefined);
    const call = createClient({ apiKey: "key", maxRetries: 0 }).createTestRun(input);
    await expect(call).rejects.toMatchObject({
      outcome: "not-sent",
      message: expect.stringContaining("this runtime has no fetch; pass the option fetch"),
    });
  });

  it("without AbortController proves that nothing was sent", async () => {
    vi.stubGlobal("AbortController", undefined);
    const fetch = async () => json(created);
    const call = createClient({ apiKey: "key", fetch, maxRetries: 0 }).createTestRun(input);
    await expect(call).rejects.toMatchObject({ outcome: "not-sent" });
  });

  it.each([
    ["without Request", undefined],
    ["whose requests have no signal", class {}],
  ])("%s sends", async (_what, Request) => {
    vi.stubGlobal("Request", Request);
    const fetch = async () => json(created);
    await expect(createClient({ apiKey: "key", fetch }).createTestRun(input)).resolves.toEqual(created);
  });
});
