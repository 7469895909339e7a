import { createClient, type TestsigmaClient } from "@testsigma-tms/client";
import type { Spec } from "@testsigma-tms/codegen";
import { createMockFetch, startMock } from "@testsigma-tms/mock";
import type { Exchange } from "../exchanges/exchange.ts";
import { recordingFetch } from "../exchanges/recording-fetch.ts";
import { deleteCreated } from "../live/delete-created.ts";
import { type Created, guardedFetch } from "../live/guarded-fetch.ts";
import { readLiveSettings, readPermissions } from "../live/live-settings.ts";
import type { Send } from "../send.ts";
import { localTargets } from "./mock-targets.ts";
import { paced } from "./paced.ts";

/** A service that the suite runs against. */
export interface Target extends AsyncDisposable {
  readonly name: string;
  readonly isLive: boolean;
  readonly baseUrl: string;
  readonly apiKey: string;
  /** A project that exists on the target. */
  readonly projectId: string;
  /** Returns a title that is not in use yet. */
  readonly newTitle: () => string;
  /** Sends a request to the target, and records the exchange. */
  readonly fetch: Send;
  readonly client: TestsigmaClient;
  readonly spec: Spec;
  readonly exchanges: Exchange[];
}

interface Address {
  baseUrl: string;
  apiKey: string;
  projectId: string;
}

const inMock = { apiKey: "made-up-key", projectId: "c47ade67-0543-4582-a4a5-b7de447c94f5" };

/** Opens the target that the variable `CONTRACT_TARGET` names: `in-process`, `http`, `prism` or `live`. */
export async function openTarget(env: NodeJS.ProcessEnv, spec: Spec): Promise<Target> {
  const name = env.CONTRACT_TARGET;
  if (name === "in-process") {
    return toTarget(name, { ...inMock, baseUrl: "http://localhost/api/v1" }, createMockFetch(), spec);
  }
  if (name === "http") {
    const mock = await startMock();
    return toTarget(name, { ...inMock, baseUrl: new URL("/api/v1", mock.url).href }, fetch, spec, () => mock.close());
  }
  if (name === "prism") return toTarget(name, { ...inMock, baseUrl: env.CONTRACT_PRISM_URL ?? "" }, fetch, spec);
  if (name === "live") return openLive(env, spec);
  throw new Error(`CONTRACT_TARGET is ${name ?? "not set"}. It takes ${localTargets.join(", ")} or live.`);
}

/** Opens a live service. Sends only what the environment allows, and deletes what it created at the end if it may. */
function openLive(env: NodeJS.ProcessEnv, spec: Spec): Target {
  const settings = readLiveSettings(env);
  const permissions = readPermissions(env);
  const created: Created[] = [];
  // A local stand-in has no rate limit.
  const send = settings.baseUrl.startsWith("http:") ? fetch : paced(fetch);
  const guarded = guardedFetch(send, spec, permissions, created);
  const target: Target = toTarget("live", settings, guarded, spec, async () => {
    if (permissions.has("change")) await deleteCreated(target, created);
  });
  return target;
}

function toTarget(name: string, address: Address, send: Send, spec: Spec, close = async () => {}): Target {
  const startedAt = new Date().toISOString();
  const exchanges: Exchange[] = [];
  const recorded = recordingFetch(send, spec, exchanges);
  const { apiKey, baseUrl } = address;
  let titles = 0;
  return {
    ...address,
    name,
    newTitle: () => `Contract test ${startedAt} #${++titles}`,
    isLive: name === "live",
    fetch: recorded,
    client: createClient({ apiKey, baseUrl, fetch: recorded, maxRetries: 0 }),
    spec,
    exchanges,
    [Symbol.asyncDispose]: close,
  };
}
