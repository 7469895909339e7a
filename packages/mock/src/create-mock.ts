import { loadDocument, type MockDocument } from "./document/load-document.js";
import type { Prism } from "./engine/prism.js";
import { toHeader } from "./engine/violations.js";
import { scenarios as bundledScenarios } from "./generated/scenarios.js";
import { checkOptions } from "./options/check-options.js";
import type { MockOptions } from "./options/options.js";
import { hideCredential, Journal, type RecordedRequest, recordOf } from "./request/journal.js";
import type { MockRequest } from "./request/mock-request.js";
import type { Prepared } from "./respond.js";
import { allowEveryOrigin } from "./response/cors.js";
import { type MockResponse, toMockResponse } from "./response/mock-response.js";
import { Rejection } from "./response/rejection.js";
import { type KnownScenarios, ScenarioQueue, type Sequences } from "./scenarios/scenario-queue.js";
import type { ScenarioSequences } from "./scenarios/scenario-types.js";
import { Disruption } from "./scenarios/transport-scenarios.js";
import type { StateOptions } from "./store/state-options.js";

/** What every form of the mock lets a test do with it. */
export interface MockControls<S = ScenarioSequences> {
  /** The requests that the mock was sent, the oldest first: the last 1000, or fewer where their bodies are beyond 8 MiB. */
  readonly requests: readonly RecordedRequest[];
  /** Queues scenarios for an operation's next requests, after those that are queued already. Throws for an unknown name. */
  play(scenarios: S): void;
  /** The scenarios that were queued and not played yet, by operation: empty at the end of a test that used all of them. */
  pending(): Record<string, string[]>;
  /** Resets the mock to how it was made: no requests, and the scenarios of its options. */
  clear(): void;
}

/** The mock without a door: every form of it puts its own before {@link respond}. */
export interface Mock extends MockControls<Sequences> {
  /** The names of what each operation can play. */
  scenarios(): Promise<Record<string, readonly string[]>>;
  /** What the mock remembers, by the path of each collection. */
  state(): Promise<Record<string, readonly object[]>>;
  /** Resolves when the document is read; rejects with what is wrong with it. */
  ready: Promise<MockDocument>;
  /** Rejects only with the reason of the request's signal, or a {@link Disruption}. */
  respond(request: MockRequest): Promise<MockResponse>;
}

/** Called with each request when it has its response or is given up, and the milliseconds that took. */
export type Observer = (record: RecordedRequest, milliseconds: number) => void;

/** What a form of the mock adds to it. */
export interface Door {
  observe?: Observer;
  /** Loads Prism, which explains rejections. @default imports the optional package */
  loadPrism?: () => Promise<Prism | undefined>;
  /** Throws a rejection for a URL that this form does not serve. */
  checkUrl?(url: URL, document: MockDocument): void;
}

export function createMock(options: MockOptions, { observe, loadPrism, checkUrl }: Door = {}): Mock {
  checkOptions(options);
  const journal = new Journal();
  const queue = new ScenarioQueue();
  if (options.spec === undefined) queue.learn(bundledNames);
  queue.add(options.scenarios ?? {});

  const loaded = load(options, { queue, journal, loadPrism });
  const ready = loaded.then(({ document }) => document);
  // Avoids an unhandled rejection; callers still get the error.
  ready.catch(() => {});

  async function respond(request: MockRequest): Promise<MockResponse> {
    const start = performance.now();
    const record = recordOf(request);
    journal.add(record);
    try {
      const { responder, document } = await loaded;
      const response = await respondSafely(request, async () => {
        assertDecodable(request.url.pathname);
        checkUrl?.(request.url, document);
        return isHealthCheck(record, document) ? healthy : responder(request, record);
      });
      record.status = response.status;
      const headers = { ...response.headers, ...warningsHeader(record) };
      const sent = { ...response, headers, body: request.method === "HEAD" ? null : response.body };
      return options.cors ? allowEveryOrigin(request, sent) : sent;
    } finally {
      hideCredential(record, request.headers);
      observe?.(record, performance.now() - start);
    }
  }

  return {
    ready,
    respond,
    requests: journal.requests,
    play: (scenarios) => queue.add(scenarios),
    pending: () => queue.pending(),
    async scenarios() {
      const { operations, namesOf } = namesIn(await ready);
      return Object.fromEntries(operations.map((id) => [id, namesOf(id) ?? []]));
    },
    async state() {
      const { store } = await loaded;
      return store?.snapshot() ?? {};
    },
    clear() {
      journal.clear();
      queue.clear();
      queue.add(options.scenarios ?? {});
      // Nothing can have been remembered before.
      void loaded.then(
        ({ store }) => store?.reset(),
        () => {},
      );
    },
  };
}

/** Turns every failure but an abort into a response. */
async function respondSafely(request: MockRequest, respond: () => Promise<MockResponse>): Promise<MockResponse> {
  try {
    return await respond();
  } catch (error) {
    if (error instanceof Disruption) throw error;
    if (request.signal.aborted) throw request.signal.reason;
    const failed = () => new Rejection(500, `The mock failed at ${(error as Error).message}`);
    return (error instanceof Rejection ? error : failed()).toMockResponse();
  }
}

const healthy = toMockResponse({ status: 200, mediaType: "application/json" }, { status: "ok" }, {});

/** Carries the warnings of a request. */
const warningsHeader = ({ warnings }: RecordedRequest): Record<string, string> =>
  warnings.length > 0 ? { "sl-warnings": toHeader(warnings) } : {};

async function load(
  options: MockOptions,
  { queue, journal, loadPrism }: { queue: ScenarioQueue; journal: Journal; loadPrism: Door["loadPrism"] },
) {
  // The validator takes long to load, so that it is not loaded with this module.
  const { createResponder, prepare } = await import("./respond.js");
  const prepared = await (options.spec === undefined && !loadPrism
    ? prepareBundled(prepare)
    : loadDocument(options.spec, options.allowExternalRefs).then((document) => prepare(document, loadPrism)));
  const { document } = prepared;
  queue.learn(namesIn(document));
  const store = options.state ? await createStore(document, options.state, options.seed) : undefined;
  return { document, store, responder: createResponder(prepared, options, { queue, journal, store }) };
}

async function createStore({ operations, resolve }: MockDocument, state: true | StateOptions, seed = "") {
  const { Store } = await import("./store/store.js");
  const described = operations.flatMap((entry) => readable(() => [entry.read()]));
  return new Store(described, resolve, state, seed);
}

/** What can be read of an operation; nothing where the spec describes it wrongly, which it then says in its response. */
function readable<Part>(read: () => Part[]): Part[] {
  try {
    return read();
  } catch {
    return [];
  }
}

let bundled: Promise<Prepared> | undefined;

/** Prepared once a process, so that each test can have a mock of its own. */
function prepareBundled(prepare: (document: MockDocument) => Prepared): Promise<Prepared> {
  bundled ??= loadDocument().then((document) => prepare(document));
  return bundled;
}

const tables: Record<string, object> = bundledScenarios;
const bundledNames: KnownScenarios = {
  operations: Object.keys(tables),
  namesOf: (operation) => (Object.hasOwn(tables, operation) ? Object.keys(tables[operation] ?? {}) : undefined),
};

function namesIn({ operations }: MockDocument): KnownScenarios {
  return {
    operations: operations.map(({ id }) => id),
    namesOf: (id) => {
      const entry = operations.find((one) => one.id === id);
      return entry && readable(() => entry.names());
    },
  };
}

function assertDecodable(path: string): void {
  try {
    if (path.includes("%")) decodeURIComponent(path);
  } catch {
    throw new Rejection(400, `The path has a percent sign that begins no valid escape: ${path}`);
  }
}

/** `/health` says that the mock is up, unless the document itself describes that path. */
const isHealthCheck = ({ method, path }: RecordedRequest, { operations }: MockDocument) =>
  path === "/health" &&
  (method === "GET" || method === "HEAD") &&
  !operations.some((operation) => operation.path === path);
