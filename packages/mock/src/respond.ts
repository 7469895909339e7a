import { setTimeout } from "node:timers/promises";
import type { MockDocument } from "./document/load-document.js";
import { isNode } from "./document/node.js";
import { defaultStatus, type Operation, type Schema } from "./document/operation.js";
import type { Resolve } from "./document/resolve.js";
import { SpecError } from "./document/spec-source.js";
import { Generator } from "./engine/generator.js";
import { createExplain, type Explain, type Prism } from "./engine/prism.js";
import { SchemaChecks } from "./engine/schema-checks.js";
import type { MockOptions } from "./options/options.js";
import { checkCredential } from "./request/check-credential.js";
import { checkAgreement, checkRequest } from "./request/check-request.js";
import { operationFinder, otherMethod, unknownPath } from "./request/find-operation.js";
import { type Journal, type RecordedRequest, redactKeys } from "./request/journal.js";
import type { MockRequest } from "./request/mock-request.js";
import { pathValues } from "./request/parse-parameters.js";
import { readBody } from "./request/read-body.js";
import { unknownProperties, unknownQuery } from "./request/unknown-names.js";
import { adaptResponse } from "./response/adapt-response.js";
import { chooseMediaType } from "./response/choose-media-type.js";
import type { Sent } from "./response/fill.js";
import { invalidResponse } from "./response/invalid-response.js";
import type { Choice, MockResponse } from "./response/mock-response.js";
import { Rejection } from "./response/rejection.js";
import { Responses } from "./response/responses.js";
import { readPreference } from "./scenarios/read-preference.js";
import type { ScenarioQueue } from "./scenarios/scenario-queue.js";
import { Disruption, isExecuted, isTransport, transportResponse } from "./scenarios/transport-scenarios.js";
import { respondFromStore } from "./store/respond-from-store.js";
import type { Store } from "./store/store.js";

/** Responds to a request and completes its record. */
export type Responder = (request: MockRequest, record: RecordedRequest) => Promise<MockResponse>;

/** A document with what is needed to respond from it; nothing in it depends on the options of a mock. */
export interface Prepared {
  document: MockDocument;
  find: ReturnType<typeof operationFinder>;
  checks: SchemaChecks;
  responses: Responses;
  explain: Explain;
}

/** @param loadPrism loads what explains rejections, by default the optional package */
export function prepare(document: MockDocument, loadPrism?: () => Promise<Prism | undefined>): Prepared {
  const { resolve } = document;
  const checks = new SchemaChecks(resolve);
  return {
    document,
    find: operationFinder(document),
    checks,
    responses: new Responses(checks, new Generator(resolve), document.isBundled),
    explain: createExplain(document.source, loadPrism),
  };
}

/** Makes the rules of a mock, in the order in which they apply. */
export function createResponder(
  { document, find, checks, responses, explain }: Prepared,
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
    const values = pathValues(operation, path);
    const carried = { path, values, query: url.searchParams, headers };
    const found = checkRequest(operation, carried, body, checks, resolve);
    const explained = found.length > 0 ? await explain(operation, carried, body, found) : found;
    const violations = [...explained, ...checkAgreement(carried, body)];
    if (violations.length > 0) {
      record.violations = violations.map(({ message }) => message);
      return invalidResponse(operation, violations, invalidRequestStatus, responses);
    }
    record.warnings.push(...unknownQuery(url.searchParams, operation, resolve));
    if (body?.content.schema) record.warnings.push(...unknownProperties(body.value, body.content.schema, resolve));

    const scenario = preference.scenario ?? (preference.status === undefined ? queue.next(operation.id) : undefined);
    const onTheWay = isTransport(scenario, operation) ? scenario : undefined;
    if (onTheWay) record.scenario = onTheWay;
    else if (scenario !== undefined) return play(operation, scenario, record);
    const status = preference.status ?? defaultStatus(operation);
    const choice = { status, mediaType: await chooseMediaType(operation, status, headers.get("accept")) };
    const isGenerated = preference.dynamic ?? options.dynamic ?? false;
    const isRemembered = !isGenerated && preference.status === undefined && (!onTheWay || isExecuted(onTheWay));
    const remembered =
      store && isRemembered
        ? await respondFromStore(store, { operation, path: values, url, body, choice }, responses)
        : undefined;
    if (onTheWay) return transportResponse(onTheWay, url, document);
    if (remembered) {
      record.scenario = remembered.scenario;
      return remembered.response;
    }

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
      path: values,
      body: isEcho && isNode(body?.value) ? body.value : undefined,
      possible: isEcho ? namesOf(body?.content.schema, resolve) : new Set(),
      count: isEcho ? ++filled : filled,
    };
    const adapted = adaptResponse(response, operation, choice, sent, url, responses);
    if (adapted.warning !== undefined) record.warnings.push(adapted.warning);
    return adapted.response;
  }

  function play(operation: Operation, name: string, record: RecordedRequest): Promise<MockResponse> {
    record.scenario = name;
    const scenario = operation.scenarios.get(name);
    if (!scenario) throw new Error(`${operation.id} has no scenario ${name}.`);
    const { status, mediaType } = scenario;
    return responses.fromExample(operation, { scenario: name, status, mediaType });
  }
}

/** The names of the properties that a body may have. */
function namesOf(schema: Schema | undefined, resolve: Resolve): Set<string> {
  return new Set(Object.keys((schema && resolve(schema).properties) ?? {}));
}

/** Resolves after a time in milliseconds; rejects with the signal's reason as soon as it is aborted. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  });
}

/** The name of the example that is sent by default. */
function firstScenario({ scenarios }: Operation, { status, mediaType }: Choice): string | undefined {
  for (const known of scenarios.values())
    if (known.status === status && known.mediaType === mediaType) return known.name;
  return undefined;
}
