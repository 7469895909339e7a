import { createClient, type TestsigmaClient } from "@testsigma-tms/client";
import { createMockFetch, startMock } from "@testsigma-tms/mock";
import { deviationsOf } from "../deviations.ts";
import { findOperation, spec } from "../spec.ts";

/** Sends a request, as `fetch` does. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

export interface Address {
  baseUrl: string;
  apiKey: string;
}

/** A service that is held against the spec. */
export interface Target extends Address {
  /** Sends a request to the target, and notes how the response deviates from the spec. */
  readonly fetch: Send;
  readonly client: TestsigmaClient;
  /** How the responses deviated, such as `createTestRun 200: body: /data/id must be string`. */
  readonly deviations: Set<string>;
}

const apiKey = "made-up-key";

/** Opens a local target; `prismUrl` is where Prism listens. */
export async function openTarget(name: string, prismUrl: string): Promise<Target & AsyncDisposable> {
  if (name === "http") {
    const mock = await startMock();
    const target = createTarget({ apiKey, baseUrl: new URL("/api/v1", mock.url).href }, fetch);
    return { ...target, [Symbol.asyncDispose]: () => mock.close() };
  }
  const target =
    name === "prism"
      ? createTarget({ apiKey, baseUrl: prismUrl }, fetch)
      : createTarget({ apiKey, baseUrl: "http://localhost/api/v1" }, createMockFetch());
  return { ...target, [Symbol.asyncDispose]: async () => {} };
}

/** Creates a target of a service. The client does not retry, so that each response counts. */
export function createTarget({ apiKey, baseUrl }: Address, send: Send): Target {
  const deviations = new Set<string>();
  const checked: Send = async (url, init) => {
    const response = await send(url, init);
    const operation = findOperation(spec.operations, init.method ?? "GET", new URL(url).pathname);
    if (!operation) return response;
    const { status, headers } = response;
    const received = { status, headers, text: await response.clone().text() };
    for (const deviation of deviationsOf(spec, operation, received)) {
      deviations.add(`${operation.id} ${status}: ${deviation}`);
    }
    return response;
  };
  const client = createClient({ apiKey, baseUrl, fetch: checked, maxRetries: 0 });
  return { apiKey, baseUrl, fetch: checked, client, deviations };
}
