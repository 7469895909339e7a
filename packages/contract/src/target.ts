import { createClient, type TestsigmaClient } from "@testsigma-tms/client";
import { createMockFetch, startMock } from "@testsigma-tms/mock";
import type { Exchange } from "./exchange.ts";
import type { Operation } from "./operations.ts";
import { recordingFetch, type Send } from "./recording-fetch.ts";

/** The forms of the mock that the suite runs against. */
export const mockTargets = ["in-process", "http"] as const;

/** What the suite runs against. */
export interface Target extends AsyncDisposable {
  readonly name: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Reaches the target and puts down each exchange. */
  readonly fetch: Send;
  readonly client: TestsigmaClient;
  readonly exchanges: Exchange[];
}

/** Opens the target that the variable `CONTRACT_TARGET` names. */
export async function openTarget(name: string | undefined, operations: Operation[]): Promise<Target> {
  if (name === "in-process") {
    return toTarget(name, "http://localhost/api/v1", createMockFetch(), operations);
  }
  if (name === "http") {
    const mock = await startMock();
    return toTarget(name, `${mock.url}/api/v1`, fetch, operations, () => mock.close());
  }
  throw new Error(`CONTRACT_TARGET must be one of ${mockTargets.join(", ")}; given: ${name ?? "nothing"}.`);
}

function toTarget(name: string, baseUrl: string, send: Send, operations: Operation[], close = async () => {}): Target {
  const exchanges: Exchange[] = [];
  const apiKey = "made-up-key";
  const recorded = recordingFetch(send, operations, baseUrl, exchanges);
  return {
    name,
    baseUrl,
    apiKey,
    fetch: recorded,
    client: createClient({ apiKey, baseUrl, fetch: recorded, maxRetries: 0 }),
    exchanges,
    [Symbol.asyncDispose]: close,
  };
}
