import { loadDocument, type MockDocument } from "./document/load-document.js";
import { scenarios as bundledScenarios } from "./generated/scenarios.js";
import { checkOptions } from "./options/check-options.js";
import type { MockOptions } from "./options/options.js";
import { Journal, type RecordedRequest, recordOf } from "./request/journal.js";
import type { Prepared, Responder } from "./respond.js";
import { allowEveryOrigin } from "./response/cors.js";
import { Rejection } from "./response/rejection.js";
import { type KnownScenarios, ScenarioQueue, type Sequences } from "./scenarios/scenario-queue.js";
import type { ScenarioSequences } from "./scenarios/scenario-types.js";

/** What every form of the mock lets a test do with it. */
export interface MockControls<S = ScenarioSequences> {
  /** The requests that the mock was sent, the oldest first: the last 1000, or fewer where their bodies are beyond 8 MiB. */
  readonly requests: readonly RecordedRequest[];
  /** Queues scenarios for an operation's next requests, after those that are queued already. Throws for an unknown name. */
  play(scenarios: S): void;
  /** Resets the mock to how it was made: no requests, and the scenarios of its options. */
  clear(): void;
}

/** The mock without a door: every form of it puts its own before {@link respond}. */
export interface Mock extends MockControls<Sequences> {
  /** Resolves when the document is read; rejects with what is wrong with it. */
  ready: Promise<unknown>;
  respond(request: Request): Promise<Response>;
}

/** Called with each request when it has its response or is given up, and the milliseconds that took. */
export type Observer = (record: RecordedRequest, milliseconds: number) => void;

/** What becomes of the records of requests. */
export interface Keeping {
  observe?: Observer;
  /** How many are kept in the journal. @default 1000 */
  kept?: number;
}

export function createMock(options: MockOptions, { observe, kept }: Keeping = {}): Mock {
  checkOptions(options);
  const journal = new Journal(kept);
  const queue = new ScenarioQueue();
  if (options.spec === undefined) queue.learn(bundledNames);
  queue.add(options.scenarios ?? {});

  const loaded = load(options, queue, journal);
  // Avoids an unhandled rejection; callers still get the error.
  loaded.catch(() => {});

  async function send(request: Request, url: URL, record: RecordedRequest): Promise<Response> {
    const { respond, warningsHeader, document } = await loaded;
    const { status, headers, body } = await respondSafely(request, url, record, respond, document);
    return new Response(body, { status, headers: { ...headers, ...warningsHeader(record) } });
  }

  async function respond(request: Request): Promise<Response> {
    const start = performance.now();
    const url = new URL(request.url);
    const record = recordOf(request, url);
    journal.add(record);
    try {
      const response = await send(request, url, record);
      record.status = response.status;
      const sent = request.method === "HEAD" ? new Response(null, response) : response;
      return options.cors ? allowEveryOrigin(request, sent) : sent;
    } finally {
      observe?.(record, performance.now() - start);
    }
  }

  return {
    ready: loaded,
    respond,
    requests: journal.requests,
    play: (scenarios) => queue.add(scenarios),
    clear() {
      journal.clear();
      queue.clear();
      queue.add(options.scenarios ?? {});
    },
  };
}

/** Turns every failure but an abort into a response. */
async function respondSafely(
  request: Request,
  url: URL,
  record: RecordedRequest,
  respond: Responder,
  document: MockDocument,
) {
  try {
    assertDecodable(record.path);
    if (isHealthCheck(record, document)) return healthy;
    return await respond(request, url, record);
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    const failed = () => new Rejection(500, `The mock failed: ${(error as Error).message}`);
    return (error instanceof Rejection ? error : failed()).toMockResponse();
  }
}

const healthy = { status: 200, headers: { "content-type": "application/json" }, body: '{"status":"ok"}' };

async function load(options: MockOptions, queue: ScenarioQueue, journal: Journal) {
  // The validator takes long to load, so that it is not loaded with this module.
  const { createResponder, prepare, warningsHeader } = await import("./respond.js");
  const prepared = await (options.spec === undefined
    ? prepareBundled(prepare)
    : loadDocument(options.spec, options.allowExternalRefs).then(prepare));
  const { document } = prepared;
  queue.learn(namesIn(document));
  return { document, warningsHeader, respond: createResponder(prepared, options, queue, journal) };
}

let bundled: Promise<Prepared> | undefined;

/** Prepared once a process, so that each test can have a mock of its own. */
function prepareBundled(prepare: (document: MockDocument) => Prepared): Promise<Prepared> {
  bundled ??= loadDocument().then(prepare);
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
      const operation = operations.find((one) => one.id === id);
      return operation && [...operation.read().scenarios.keys()];
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
