import { type Api, testsigmaApi } from "./api/api.js";
import type { MockRequest } from "./http/mock-request.js";
import { type MockResponse, toMockResponse } from "./http/mock-response.js";
import { Rejection } from "./http/rejection.js";
import { checkOptions } from "./options/check-options.js";
import type { MockOptions } from "./options/options.js";
import { hideCredential, Journal, type RecordedRequest, recordOf } from "./request/journal.js";
import { toHeader } from "./request/violation.js";
import { allowEveryOrigin } from "./response/cors.js";
import { knownScenarios, ScenarioQueue } from "./scenarios/scenario-queue.js";
import type { ScenarioSequences } from "./scenarios/scenario-types.js";
import { Disruption } from "./scenarios/transport-scenarios.js";
import { Store } from "./store/store.js";

/** The controls that every form of the mock gives a test. */
export interface MockControls {
  /** The requests sent to the mock, oldest first: the last 1000, or fewer if their bodies exceed 8 MiB in total. */
  readonly requests: readonly RecordedRequest[];
  /** Queues scenarios for an operation's next requests, after those already queued. Throws for an unknown name. */
  play(scenarios: ScenarioSequences): void;
  /** Returns the scenarios that are queued and not yet played, by operation; empty if a test has used all of them. */
  pending(): Record<string, string[]>;
  /** Resets the mock to its initial state: no requests, the scenarios of its options, and a fresh memory. */
  clear(): void;
}

/** The core of the mock. Each form of it, such as a `fetch` or a server, wraps {@link Mock.respond}. */
export interface Mock extends MockControls {
  /** Returns the names of the scenarios that each operation can play. */
  scenarios(): Record<string, readonly string[]>;
  /** Returns what the mock remembers, by the path of each collection. */
  state(): Record<string, readonly object[]>;
  /** Rejects only with the reason of the request's signal, or a {@link Disruption}. */
  respond(request: MockRequest): Promise<MockResponse>;
}

/** Called with each request once it has its response or is aborted, and the time that took, in milliseconds. */
export type Observer = (record: RecordedRequest, milliseconds: number) => void;

/** The parts that a form of the mock adds to the core. */
export interface Door {
  observe?: Observer;
  /** Throws a rejection for a URL that this form does not serve. */
  checkUrl?(url: URL, api: Api): void;
  /** The API to mock. Only tests and benchmarks need another. @default the Testsigma Test Management API */
  api?: Api;
}

export function createMock(options: MockOptions, { observe, checkUrl, api = testsigmaApi }: Door = {}): Mock {
  checkOptions(options);
  const { scenarios = {}, state, seed } = options;
  const journal = new Journal();
  const queue = new ScenarioQueue(api);
  queue.add(scenarios);
  const store = state ? new Store(api, state, seed) : undefined;
  // The validator is slow to load, so this module does not load it statically.
  const loading = import("./respond.js").then(({ createResponder }) =>
    createResponder(api, options, { queue, journal, store }),
  );

  async function respond(request: MockRequest): Promise<MockResponse> {
    const start = performance.now();
    const record = recordOf(request);
    journal.add(record);
    try {
      const response = await respondSafely(request, record, async () => {
        assertDecodable(request.url.pathname);
        checkUrl?.(request.url, api);
        return isHealthCheck(record) ? healthy : (await loading)(request, record);
      });
      record.status = response.status;
      const sent = { ...response, headers: { ...response.headers, ...changingHeaders(response, record) } };
      if (request.method === "HEAD") sent.body = null;
      return options.cors ? allowEveryOrigin(request, sent) : sent;
    } finally {
      hideCredential(record, request.headers);
      observe?.(record, performance.now() - start);
    }
  }

  return {
    respond,
    requests: journal.requests,
    play: (sequences) => queue.add(sequences),
    pending: () => queue.pending(),
    scenarios: () => knownScenarios(api),
    state: () => store?.snapshot() ?? {},
    clear() {
      journal.clear();
      queue.clear();
      queue.add(scenarios);
      store?.reset();
    },
  };
}

/** Turns every failure but an abort into a response. */
async function respondSafely(
  request: MockRequest,
  { operation }: RecordedRequest,
  respond: () => Promise<MockResponse>,
): Promise<MockResponse> {
  try {
    return await respond();
  } catch (error) {
    if (error instanceof Disruption) throw error;
    if (request.signal.aborted) throw request.signal.reason;
    const failed = () => new Rejection(500, `The mock failed at ${operation}: ${(error as Error).message}`);
    return (error instanceof Rejection ? error : failed()).toMockResponse();
  }
}

const healthy = toMockResponse({ status: 200, mediaType: "application/json" }, { status: "ok" });

/** Names of response headers that identify a request. */
const requestIdNames = ["x-request-id", "x-tms-api-request-id"];

/** Returns the headers that differ from response to response: the identifier of the request, and its warnings. */
function changingHeaders({ headers }: MockResponse, { warnings }: RecordedRequest): Record<string, string> {
  const names = requestIdNames.filter((name) => name in headers);
  const id = names.length > 0 ? crypto.randomUUID() : "";
  return {
    ...Object.fromEntries(names.map((name) => [name, id])),
    ...(warnings.length > 0 && { "sl-warnings": toHeader(warnings) }),
  };
}

function assertDecodable(path: string): void {
  try {
    if (path.includes("%")) decodeURIComponent(path);
  } catch {
    throw new Rejection(400, `The path has a percent sign that begins no valid escape: ${path}`);
  }
}

/** Recognizes `GET /health`, which says that the mock is up. */
const isHealthCheck = ({ method, path }: RecordedRequest) =>
  path === "/health" && (method === "GET" || method === "HEAD");
