import { createClient, type TestsigmaClient } from "@testsigma-tms/client";
import { createMockFetch, startMock } from "@testsigma-tms/mock";
import type { Exchange } from "./exchange.ts";
import { isConfirmed, readLiveSettings } from "./live-settings.ts";
import { mockTargets } from "./mock-targets.ts";
import type { Operation } from "./operations.ts";
import { paced } from "./paced.ts";
import { recordingFetch, type Send } from "./recording-fetch.ts";

/** What the suite runs against. */
export interface Target extends AsyncDisposable {
  readonly name: string;
  readonly isLive: boolean;
  readonly baseUrl: string;
  readonly apiKey: string;
  /** A project that exists there. */
  readonly projectId: string;
  /** A title that no test run has yet. */
  readonly newTitle: () => string;
  /** Reaches the target, and puts down each exchange. */
  readonly fetch: Send;
  readonly client: TestsigmaClient;
  readonly exchanges: Exchange[];
}

interface Address {
  baseUrl: string;
  apiKey: string;
  projectId: string;
}

const inMock = { apiKey: "made-up-key", projectId: "c47ade67-0543-4582-a4a5-b7de447c94f5" };

/** Opens the target that the variable `CONTRACT_TARGET` names: `in-process`, `http` or `live`. */
export async function openTarget(env: NodeJS.ProcessEnv, operations: Operation[]): Promise<Target> {
  const name = env.CONTRACT_TARGET;
  if (name === "in-process") {
    return toTarget(name, { ...inMock, baseUrl: "http://localhost/api/v1" }, createMockFetch(), operations);
  }
  if (name === "http") {
    const mock = await startMock();
    return toTarget(name, { ...inMock, baseUrl: `${mock.url}/api/v1` }, fetch, operations, () => mock.close());
  }
  if (name === "live") {
    if (!isConfirmed(env)) throw new Error("The target live creates test runs. Start it with `pnpm contract:live`.");
    const settings = readLiveSettings(env);
    // A stand-in on this machine has no rate limit.
    return toTarget(name, settings, settings.baseUrl.startsWith("http:") ? fetch : paced(fetch), operations);
  }
  throw new Error(`CONTRACT_TARGET is ${name ?? "not set"}. It takes ${mockTargets.join(", ")} or live.`);
}

function toTarget(name: string, address: Address, send: Send, operations: Operation[], close = async () => {}): Target {
  const startedAt = new Date().toISOString();
  const exchanges: Exchange[] = [];
  const recorded = recordingFetch(send, operations, exchanges);
  const { apiKey, baseUrl } = address;
  let titles = 0;
  return {
    ...address,
    name,
    newTitle: () => `Contract test ${startedAt} #${++titles}`,
    isLive: name === "live",
    fetch: recorded,
    client: createClient({ apiKey, baseUrl, fetch: recorded, maxRetries: 0 }),
    exchanges,
    [Symbol.asyncDispose]: close,
  };
}
