import type { Api } from "../api.js";
import { createRequestCheck } from "../check/check-request.js";
import { operationFinder, otherMethod, unknownPath } from "../check/find-operation.js";
import { SchemaChecks } from "../check/schema-checks.js";
import { choose } from "../choose/choose.js";
import { readPreference } from "../choose/read-preference.js";
import type { ScenarioQueue } from "../choose/scenarios.js";
import { isExecuted, transportResponse } from "../choose/transport-scenarios.js";
import type { MockRequest } from "../http/request.js";
import { type MockResponse, Rejection } from "../http/response.js";
import { listed } from "../messages.js";
import { Responses } from "../response/responses.js";
import type { Store } from "../store/store.js";
import type { Journal, OpenRecord } from "./journal.js";
import type { MockOptions } from "./options.js";

/** Responds to a request and completes its record. */
export type Responder = (request: MockRequest, record: OpenRecord) => Promise<MockResponse>;

/** The state of a mock. */
export interface MockMemory {
  journal: Journal;
  queue: ScenarioQueue;
  /** `undefined` without the option `state`. */
  store: Store | undefined;
}

/** Makes the responder of a mock. It checks a request, chooses a response and returns the first applicable outcome. */
export function createResponder(api: Api, options: MockOptions, { journal, queue, store }: MockMemory): Responder {
  const { find, check, responses } = preparedFor(api);
  const { bodyLimit, invalidRequestStatus = 422, latency = 0 } = options;

  return async (request, record) => {
    const { method, url, headers } = request;
    const match = find(method, url.pathname);
    if (!match) throw unknownPath(method, url.pathname, api);
    if ("allow" in match) return otherMethod(method, match.allow.join(", "));
    const { operation, path } = match;
    record.operation = operation.id;
    const preference = readPreference(headers.prefer, operation);
    const delay = preference.latency ?? latency;
    if (delay > 0) await wait(delay, request.signal);

    const { body, violations, warnings, credentialProblem } = await check(request, match, bodyLimit);
    if (body) journal.addBody(record, body.recorded, body.recordedSize);
    record.violations = listed(violations.map(({ message }) => message));
    record.warnings = warnings;
    if (credentialProblem) {
      if (!operation.scenarios.has(credentialProblem)) throw new Rejection(401, "The request has no usable key.");
      record.scenario = credentialProblem;
      return responses.ofScenario(operation, credentialProblem);
    }
    if (violations.length > 0) {
      // A misspelt name is often the reason why the right one is missing.
      record.reason = [...record.violations, ...warnings].join("; ");
      return responses.toInvalid(operation, violations, record.reason, invalidRequestStatus);
    }

    const choice = choose(operation, preference, queue);
    record.scenario = choice.scenario;
    if (choice.kind === "example") return responses.fromExample(operation, choice);
    const { transport } = choice;
    const isForStore = transport === undefined || isExecuted(transport);
    const remembered = isForStore
      ? store?.respond({ operation, path, url, body, warnings }, choice, responses)
      : undefined;
    if (transport) return transportResponse(transport, url, api);
    if (!remembered) return responses.byDefault(operation, choice, url);
    record.scenario = remembered.scenario;
    record.reason = remembered.reason;
    return remembered.response;
  };
}

const prepared = new WeakMap<Api, ReturnType<typeof prepare>>();

/** Returns what is prepared once per API and process, so that it is cheap for each test to have its own mock. */
function preparedFor(api: Api) {
  const known = prepared.get(api) ?? prepare(api);
  prepared.set(api, known);
  return known;
}

function prepare(api: Api) {
  const checks = new SchemaChecks(api);
  return { find: operationFinder(api), check: createRequestCheck(api, checks), responses: new Responses(checks) };
}

/** Resolves after a time in milliseconds; rejects with the signal's reason as soon as the signal is aborted. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
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
