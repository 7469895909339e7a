import { type Api, testsigmaApi } from "../api.js";
import { toHeader } from "../check/violation.js";
import { ScenarioQueue, type ScenarioSequences } from "../choose/scenarios.js";
import { Disruption } from "../choose/transport-scenarios.js";
import type { MockRequest } from "../http/request.js";
import { type MockResponse, Rejection, toMockResponse } from "../http/response.js";
import { corsHeaders, corsWarning } from "../response/cors.js";
import { Store } from "../store/store.js";
import { closeRecord, Journal, type OpenRecord, type RecordedRequest, recordOf } from "./journal.js";
import { checkOptions, type MockOptions } from "./options.js";
import { createResponder } from "./respond.js";

/** The controls that every form of the mock gives a test. */
export interface MockControls {
  /** The requests sent to the mock, oldest first: the last 1000, or fewer if they exceed 8 MiB in total. */
  readonly requests: readonly RecordedRequest[];
  /** Queues scenarios for an operation's next requests, after those already queued. Throws for an unknown name. */
  play(scenarios: ScenarioSequences): void;
  /** Returns the scenarios that are queued and not yet played, by operation; empty if a test has used all of them. */
  pending(): Record<string, string[]>;
  /** Resets the mock to its initial state: no requests, the scenarios of its options, and a fresh memory. */
  clear(): void;
}

/** The core of the mock. Each form of it, such as a `fetch` or a server, wraps {@link Mock.respond}. */
export interface Mock {
  controls: MockControls;
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
  const { scenarios = {}, state, seed, cors = false } = options;
  const journal = new Journal();
  const queue = new ScenarioQueue(api);
  queue.add(scenarios);
  const store = state ? new Store(api, state, seed) : undefined;
  const respondTo = createResponder(api, options, { journal, queue, store });

  async function respond(request: MockRequest): Promise<MockResponse> {
    const start = performance.now();
    const record = recordOf(request);
    journal.add(record, request.url.href.length + Object.entries(request.headers).join().length);
    try {
      const { status, headers, body } = await respondSafely(request, record);
      record.status = status;
      const warning = corsWarning(request, cors);
      if (warning) record.warnings = [...record.warnings, warning];
      return {
        status,
        headers: { ...headers, ...changingHeaders(headers, record), ...corsHeaders(request, headers, cors) },
        body: request.method === "HEAD" ? null : body,
      };
    } finally {
      closeRecord(record, request.headers);
      observe?.(record, performance.now() - start);
    }
  }

  /** Turns every failure but an abort into a response. */
  async function respondSafely(request: MockRequest, record: OpenRecord): Promise<MockResponse> {
    try {
      checkUrl?.(request.url, api);
      const isHealthCheck = request.url.pathname === "/health" && /^(GET|HEAD)$/.test(request.method);
      return isHealthCheck ? healthy : await respondTo(request, record);
    } catch (error) {
      if (error instanceof Disruption) throw error;
      request.signal.throwIfAborted();
      const { message } = error as Error;
      const rejection =
        error instanceof Rejection ? error : new Rejection(500, `The mock failed at ${record.operation}: ${message}`);
      record.reason = rejection.message;
      return rejection.response;
    }
  }

  return {
    respond,
    controls: {
      requests: journal.requests,
      play: (sequences) => queue.add(sequences),
      pending: () => queue.pending(),
      clear() {
        journal.clear();
        queue.clear();
        queue.add(scenarios);
        store?.reset();
      },
    },
    scenarios: () => queue.known(),
    state: () => store?.snapshot() ?? {},
  };
}

const healthy = toMockResponse({ status: 200 }, { status: "ok" });

/** Names of response headers that identify a request. */
const requestIdNames = ["x-request-id", "x-tms-api-request-id"];

/** Returns the headers that differ from response to response: the identifier of the request, and its warnings. */
function changingHeaders(headers: MockResponse["headers"], { warnings }: RecordedRequest): Record<string, string> {
  const changing: Record<string, string> = {};
  const names = requestIdNames.filter((name) => name in headers);
  if (names.length > 0) {
    const id = crypto.randomUUID();
    for (const name of names) changing[name] = id;
  }
  if (warnings.length > 0) changing["sl-warnings"] = toHeader([...warnings]);
  return changing;
}
