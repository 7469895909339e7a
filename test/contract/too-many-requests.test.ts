import { createClient, RateLimitError } from "@testsigma-tms/client";
import { createMockFetch, prefer } from "@testsigma-tms/mock";
import { expect, it } from "vitest";
import { samples } from "./src/requests/generated-requests.ts";
import { callOperation } from "./src/requests/request-to.ts";
import { spec } from "./src/spec.ts";

const mock = createMockFetch();
const client = createClient({ apiKey: "made-up-key", fetch: mock, maxRetries: 0 });

it.each(spec.operations)(
  "$id is rejected by the scenario too_many_requests, with the time to wait",
  async (operation) => {
    const [request = { parameters: {} }] = samples(operation, 1);
    const call = callOperation(client, operation, request, { headers: prefer("too_many_requests") });

    const error: unknown = await call.catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ status: 429, outcome: "rejected", retryAfterMs: 1000 });
    expect(mock.requests.at(-1)).toMatchObject({ operation: operation.id, scenario: "too_many_requests" });
  },
);
