import { loadDocument, type MockDocument } from "./document/load-document.js";
import { scenarios as bundledScenarios } from "./generated/scenarios.js";
import type { MockControls, Observer } from "./mock-controls.js";
import { checkOptions } from "./options/check-options.js";
import type { MockOptions } from "./options/options.js";
import { readQuery } from "./read-query.js";
import { journalLimit, type RecordedRequest, recordOf } from "./request/journal.js";
import type { Prepared, Responder } from "./respond.js";
import { allowEveryOrigin } from "./response/cors.js";
import { Rejection } from "./response/rejection.js";
import { ScenarioQueue, type Sequences } from "./scenarios/scenario-queue.js";

/** The mock without a door: every form of it puts its own before {@link respond}. */
export interface Mock extends MockControls<Sequences> {
  /** Resolves when the document is read; rejects with what is wrong with it. */
  ready: Promise<unknown>;
  respond(request: Request): Promise<Response>;
}

/** What becomes of the records of requests. */
export interface Keeping {
  observe?: Observer;
  /** How many are kept in the journal. @default 1000 */
  kept?: number;
}

export function createMock(options: MockOptions, { observe, kept = journalLimit }: Keeping = {}): Mock {
  checkOptions(options);
  const requests: RecordedRequest[] = [];
  const queue = new ScenarioQueue();
  if (options.spec === undefined) queue.learn(namesOf(bundledScenarios));
  queue.add(options.scenarios ?? {});

  const loaded = load(options, queue);
  // Whoever calls the mock is told.
  loaded.catch(() => {});

  async function answer(request: Request, record: RecordedRequest): Promise<Response> {
    const { responder, document } = await loaded;
    try {
      assertDecodable(record.path);
      if (isHealthCheck(record, document)) return Response.json({ status: "ok" });
      const { status, headers, body } = await responder(request, record);
      return new Response(body, { status, headers });
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      const refusal =
        error instanceof Rejection ? error : new Rejection(500, `The mock failed: ${(error as Error).message}`);
      return refusal.toResponse();
    }
  }

  async function respond(request: Request): Promise<Response> {
    const start = performance.now();
    const url = new URL(request.url);
    const record = recordOf(request, url.pathname, readQuery(url));
    requests.push(record);
    if (requests.length > kept) requests.shift();
    try {
      const response = await answer(request, record);
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
    requests,
    play: (scenarios) => queue.add(scenarios),
    clear() {
      requests.length = 0;
      queue.clear();
      queue.add(options.scenarios ?? {});
    },
  };
}

async function load(
  options: MockOptions,
  queue: ScenarioQueue,
): Promise<{ document: MockDocument; responder: Responder }> {
  // Prism's engine takes a third of a second to load, so that it is not loaded with this module.
  const { createResponder, prepare } = await import("./respond.js");
  const prepared = await (options.spec === undefined
    ? prepareBundled(prepare)
    : loadDocument(options.spec).then(prepare));
  const { document, answers } = prepared;
  // The bundled examples are verified by a test, so that nobody waits for it.
  if (options.spec !== undefined) await answers.verifyExamples(document.operations);
  queue.learn(Object.fromEntries(document.operations.map(({ id, scenarios }) => [id, [...scenarios.keys()]])));
  return { document, responder: createResponder(prepared, options, queue) };
}

let bundled: Promise<Prepared> | undefined;

/** Prepared once a process, so that each test can have a mock of its own. */
function prepareBundled(prepare: (document: MockDocument) => Prepared): Promise<Prepared> {
  bundled ??= loadDocument().then(prepare);
  return bundled;
}

const namesOf = (table: Record<string, object>) =>
  Object.fromEntries(Object.entries(table).map(([operation, names]) => [operation, Object.keys(names)]));

function assertDecodable(path: string): void {
  try {
    if (path.includes("%")) decodeURIComponent(path);
  } catch {
    throw new Rejection(400, `The path has a percent sign that begins no valid escape: ${path}`);
  }
}

/** `/health` tells that the mock answers, unless the document itself describes that path. */
const isHealthCheck = ({ method, path }: RecordedRequest, { operations }: MockDocument) =>
  path === "/health" &&
  (method === "GET" || method === "HEAD") &&
  !operations.some((operation) => operation.path === path);
