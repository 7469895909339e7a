import type { Api } from "./api/api.js";
import type { MockRequest } from "./http/mock-request.js";
import type { MockResponse } from "./http/mock-response.js";
import { Rejection } from "./http/rejection.js";
import type { MockOptions } from "./options/options.js";
import { checkRequest } from "./request/check-request.js";
import { operationFinder, otherMethod, unknownPath } from "./request/find-operation.js";
import type { Journal, RecordedRequest } from "./request/journal.js";
import { SchemaChecks } from "./request/schema-checks.js";
import { choose } from "./response/choose.js";
import { Generator } from "./response/generator.js";
import { invalidResponse } from "./response/invalid-response.js";
import { Responses } from "./response/responses.js";
import { readPreference } from "./scenarios/read-preference.js";
import type { ScenarioQueue } from "./scenarios/scenario-queue.js";
import { isExecuted, transportResponse } from "./scenarios/transport-scenarios.js";
import { respondFromStore } from "./store/respond-from-store.js";
import type { Store } from "./store/store.js";

/** Responds to a request and completes its record. */
export type Responder = (request: MockRequest, record: RecordedRequest) => Promise<MockResponse>;

/** The state of a mock. */
export interface MockMemory {
  queue: ScenarioQueue;
  journal: Journal;
  /** `undefined` without the option `state`. */
  store: Store | undefined;
}

/** Makes the responder of a mock. It checks a request, chooses a response and returns the first applicable outcome. */
export function createResponder(api: Api, options: MockOptions, { queue, journal, store }: MockMemory): Responder {
  const { find, checks, responses } = prepare(api);
  const { bodyLimit, invalidRequestStatus = 422, latency = 0, dynamic = false, seed } = options;

  return async (request, record) => {
    const { method, url, headers, signal } = request;
    const match = find(method, url.pathname);
    if (!match) throw unknownPath(method, record.path, api);
    if ("allow" in match) return otherMethod(method, match.allow.join(", "));
    const { operation, path } = match;
    record.operation = operation.id;
    const preference = readPreference(headers.get("prefer"), operation);
    await wait(preference.latency ?? latency, signal);

    const checked = await checkRequest(request, match, { checks, resolve: api.resolve, bodyLimit });
    const { body, violations } = checked;
    if (body) journal.addBody(record, body.recorded, body.size);
    record.violations = violations.map(({ message }) => message);
    record.warnings.push(...checked.warnings);
    const problem = checked.credentialProblem;
    if (problem && !operation.scenarios.has(problem)) throw new Rejection(401, "The request has no usable key.");
    if (problem) {
      record.scenario = problem;
      return responses.ofScenario(operation, problem);
    }
    if (violations.length > 0) return invalidResponse(operation, violations, invalidRequestStatus, responses);

    const choice = await choose(operation, headers.get("accept"), { preference, queue, dynamic });
    record.scenario = choice.scenario;
    if (choice.kind === "example") return responses.fromExample(operation, choice);
    if (choice.kind === "generated") return responses.generated(operation, choice, seed ?? crypto.randomUUID());
    const { transport } = choice;
    const isRemembered = store !== undefined && (transport === undefined || isExecuted(transport));
    const execution = { operation, path, url, body, choice };
    const remembered = isRemembered ? await respondFromStore(store, execution, responses) : undefined;
    if (transport) return transportResponse(transport, url, api);
    if (!remembered) return responses.byDefault(operation, choice, url);
    record.scenario = remembered.scenario;
    record.warnings.push(...remembered.warnings);
    return remembered.response;
  };
}

interface PreparedApi {
  find: ReturnType<typeof operationFinder>;
  checks: SchemaChecks;
  responses: Responses;
}

const prepared = new WeakMap<Api, PreparedApi>();

/** Prepares an API once per process, so that it is cheap for each test to have its own mock. */
export function prepare(api: Api): PreparedApi {
  const known = prepared.get(api);
  if (known) return known;
  const checks = new SchemaChecks(api);
  const made = { find: operationFinder(api), checks, responses: new Responses(checks, new Generator(api.resolve)) };
  prepared.set(api, made);
  return made;
}

/** Resolves after a time in milliseconds; rejects with the signal's reason as soon as the signal is aborted. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> | undefined {
  if (milliseconds === 0) return undefined;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
