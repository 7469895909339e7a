import { setTimeout } from "node:timers/promises";
import type { MockDocument } from "./document/load-document.js";
import { isNode } from "./document/node.js";
import { defaultStatus, type Operation } from "./document/operation.js";
import { SpecError } from "./document/spec-source.js";
import { Generator } from "./engine/generator.js";
import { SchemaChecks } from "./engine/schema-checks.js";
import type { MockOptions } from "./options/options.js";
import { checkCredential } from "./request/check-credential.js";
import { checkRequest } from "./request/check-request.js";
import { operationFinder } from "./request/find-operation.js";
import { type Journal, type RecordedRequest, redactKeys } from "./request/journal.js";
import type { MockRequest, RequestHeaders } from "./request/mock-request.js";
import { pathValues } from "./request/parse-parameters.js";
import { type Body, readBody } from "./request/read-body.js";
import { unknownProperties, unknownQuery } from "./request/unknown-names.js";
import { adaptResponse } from "./response/adapt-response.js";
import { chooseMediaType } from "./response/choose-media-type.js";
import type { Sent } from "./response/fill.js";
import { errorResponse, invalidResponse } from "./response/invalid-response.js";
import type { Choice, MockResponse } from "./response/mock-response.js";
import { toMockResponse } from "./response/mock-response.js";
import { Rejection } from "./response/rejection.js";
import { Responses } from "./response/responses.js";
import { readPreference } from "./scenarios/read-preference.js";
import type { ScenarioQueue } from "./scenarios/scenario-queue.js";
import { Disruption, isExecuted, isTransport, transportResponse } from "./scenarios/transport-scenarios.js";

import type { Store } from "./store/store.js";
import { StoreError } from "./store/store-error.js";

/** Responds to a request and completes its record. */
export type Responder = (request: MockRequest, record: RecordedRequest) => Promise<MockResponse>;

/** A document with what is needed to respond from it; nothing in it depends on the options of a mock. */
export interface Prepared {
  document: MockDocument;
  find: ReturnType<typeof operationFinder>;
  checks: SchemaChecks;
  responses: Responses;
}

export function prepare(document: MockDocument): Prepared {
  const { root, resolve } = document;
  const checks = new SchemaChecks(root, resolve);
  return {
    document,
    find: operationFinder(document),
    checks,
    responses: new Responses(checks, new Generator(resolve)),
  };
}

/** Makes the rules of a mock, in the order in which they apply. */
export function createResponder(
  { document, find, checks, responses }: Prepared,
  options: MockOptions,
  { queue, journal, store }: { queue: ScenarioQueue; journal: Journal; store: Store | undefined },
): Responder {
  const { bodyLimit, invalidRequestStatus = 422, latency = 0 } = options;
  const { resolve } = document;
  let filled = 0;

  return async (request, record) => {
    const found = find(request.method, request.url.pathname);
    if (!found) throw unknownPath(request.method, record.path, document);
    if ("allow" in found) return otherMethod(request.method, found.allow.join(", "));
    record.operation = found.operation.id;
    try {
      return await respond(found.operation.read(), found.path, request, record);
    } catch (error) {
      if (error instanceof Rejection || error instanceof Disruption || request.signal.aborted) throw error;
      const { message } = error as Error;
      if (error instanceof SpecError) throw new Rejection(500, `The spec of ${record.operation} is broken: ${message}`);
      throw new Error(`${record.operation}: ${message}`, { cause: error });
    }
  };

  async function respond(
    operation: Operation,
    path: string,
    request: MockRequest,
    record: RecordedRequest,
  ): Promise<MockResponse> {
    const { url, headers } = request;
    redactKeys(record, operation);
    const preference = readPreference(headers.get("prefer"), operation);
    const milliseconds = preference.latency ?? latency;
    if (milliseconds > 0) await wait(milliseconds, request.signal);

    const problem = checkCredential(operation, headers, url.searchParams);
    if (problem) {
      if (operation.scenarios.has(problem)) return play(operation, problem, record);
      throw new Rejection(401, "The request carries no usable credential.");
    }
    const body = await readBody(request, operation, resolve, bodyLimit);
    if (body) journal.addBody(record, body.recorded, body.size);
    const carried = { path, query: url.searchParams, headers };
    const violations = checkRequest(operation, carried, body, checks, resolve);
    if (violations.length > 0) {
      record.violations = violations.map(({ message }) => message);
      return invalidResponse(operation, violations, invalidRequestStatus, responses);
    }
    record.warnings.push(...unknownQuery(url.searchParams, operation));
    if (body?.content?.schema) record.warnings.push(...unknownProperties(body.value, body.content.schema, resolve));

    const scenario = preference.scenario ?? (preference.status === undefined ? queue.next(operation.id) : undefined);
    const onTheWay = isTransport(scenario, operation) ? scenario : undefined;
    if (onTheWay) record.scenario = onTheWay;
    else if (scenario !== undefined) return play(operation, scenario, record);
    if (onTheWay && !(store && isExecuted(onTheWay))) return transportResponse(onTheWay, url, document);
    const isDefault = preference.status === undefined && preference.dynamic !== true && options.dynamic !== true;
    const remembered =
      store && isDefault ? await remember(store, operation, path, url, body, headers, record) : undefined;
    if (onTheWay) return transportResponse(onTheWay, url, document);
    if (remembered) return remembered;

    const status = preference.status ?? defaultStatus(operation);
    const choice = { status, mediaType: chooseMediaType(operation, status, headers.get("accept")) };
    const isGenerated = preference.dynamic ?? options.dynamic ?? false;
    const response = isGenerated
      ? await responses.generated(operation, choice, options.seed ?? crypto.randomUUID())
      : await responses.fromExample(operation, choice);
    if (preference.status !== undefined) {
      if (!isGenerated) record.scenario = firstScenario(operation, choice);
      return response;
    }
    const isEcho = options.echo === true && isNode(body?.value);
    if (!isGenerated && !isEcho) record.scenario = firstScenario(operation, choice);
    const sent: Sent = {
      path: pathValues(operation.path, path),
      body: isEcho && isNode(body?.value) ? body.value : undefined,
      possible: new Set(Object.keys((body?.content?.schema && resolve(body.content.schema).properties) ?? {})),
      count: isEcho ? ++filled : filled,
    };
    return adaptResponse(response, operation, choice, sent, url, responses, (warning) => {
      record.warnings.push(warning);
    });
  }

  /** Executes a request in the memory; `undefined` where the memory has nothing to say about it. */
  async function remember(
    store: Store,
    operation: Operation,
    path: string,
    url: URL,
    body: Body | undefined,
    headers: RequestHeaders,
    record: RecordedRequest,
  ): Promise<MockResponse | undefined> {
    const status = defaultStatus(operation);
    const choice = { status, mediaType: chooseMediaType(operation, status, headers.get("accept")) };
    const files = await Promise.all(
      [...(body?.files ?? [])].map(async ([name, file]) => [name, await file.text()] as const),
    );
    try {
      const content = store.execute({
        operation,
        path: pathValues(operation.path, path),
        url,
        body: isNode(body?.value) ? body.value : {},
        files: new Map(files),
      });
      const example = await responses.fromExample(operation, choice);
      if (content === undefined) return store.knows(operation) ? example : undefined;
      const errors = responses.check(operation, choice, content);
      if (errors.length === 0) return toMockResponse(choice, content, example.headers);
      const reasons = errors.map(({ path, message }) => `${path.join(".")} ${message}`);
      throw new Error(`the memory has made a response that does not match the spec: ${reasons.join("; ")}`);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.scenario !== undefined && operation.scenarios.has(error.scenario)) record.scenario = error.scenario;
      const isRateLimit = error.status === 500 && record.scenario !== undefined;
      return isRateLimit ? play(operation, record.scenario ?? "", record) : errorResponse(operation, error, responses);
    }
  }

  function play(operation: Operation, name: string, record: RecordedRequest): Promise<MockResponse> {
    record.scenario = name;
    const scenario = operation.scenarios.get(name);
    if (!scenario) throw new Error(`${operation.id} has no scenario ${name}.`);
    const { status, mediaType } = scenario;
    return responses.fromExample(operation, { scenario: name, status, mediaType });
  }
}

/** Resolves after a time in milliseconds; rejects with the signal's reason as soon as it is aborted. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  });
}

/** The name of the example that is sent where none is asked for. */
function firstScenario({ scenarios }: Operation, { status, mediaType }: Choice): string | undefined {
  return [...scenarios.values()].find((known) => known.status === status && known.mediaType === mediaType)?.name;
}

function unknownPath(method: string, path: string, { operations, basePaths }: MockDocument): Rejection {
  if (!basePaths.some((base) => path.startsWith(`${base}/`))) {
    const expected = basePaths.map((base) => `${base}/…`).join(" or ");
    return new Rejection(404, `The API is served at ${expected}; given: ${method} ${path}. Is the base URL complete?`);
  }
  const known = operations.slice(0, 10).map((operation) => `${operation.method} ${operation.path}`);
  const more = operations.length > known.length ? ` and ${operations.length - known.length} more` : "";
  return new Rejection(404, `No operation for ${method} ${path}. Known: ${known.join(", ")}${more}.`);
}

function otherMethod(method: string, allow: string): MockResponse {
  if (method === "OPTIONS") return { status: 204, headers: { allow }, content: undefined, body: null };
  throw new Rejection(405, `${method} is not allowed here. Allowed: ${allow}.`, { allow });
}
