import type { MockDocument } from "./document/load-document.js";
import { defaultStatus, type Operation, type Scenario } from "./document/operation.js";
import type { PrismRequest } from "./engine/engine.js";
import { type Choice, checkAnswer } from "./engine/make-response.js";
import type { MockOptions } from "./options/options.js";
import { checkCredential, headersForEngine } from "./request/check-credential.js";
import { checkRequest } from "./request/check-request.js";
import { operationFinder } from "./request/find-operation.js";
import type { RecordedRequest } from "./request/journal.js";
import { readBody } from "./request/read-body.js";
import { redactKeys } from "./request/redact-keys.js";
import { chooseMediaType } from "./response/choose-media-type.js";
import { echo } from "./response/echo.js";
import { invalidResponse } from "./response/invalid-response.js";
import { Rejection } from "./response/rejection.js";
import { type Answer, Responses } from "./response/responses.js";
import { sentValues } from "./response/sent-values.js";
import { readPreference } from "./scenarios/read-preference.js";
import type { ScenarioQueue } from "./scenarios/scenario-queue.js";
import { wait } from "./wait.js";

/** Responses a request and completes its record. */
export type Responder = (request: Request, record: RecordedRequest) => Promise<Answer>;

/** A document that is ready to be answered from; nothing in it depends on the options of a mock. */
export interface Prepared {
  document: MockDocument;
  find: ReturnType<typeof operationFinder>;
  answers: Responses;
}

export function prepare(document: MockDocument): Prepared {
  return { document, find: operationFinder(document), answers: new Responses() };
}

/** Makes the rules of a mock, in the order in which they apply. */
export function createResponder(
  { document, find, answers }: Prepared,
  options: MockOptions,
  queue: ScenarioQueue,
): Responder {
  const { bodyLimit = 1024 * 1024, invalidRequestStatus = 422, latency = 0 } = options;
  let echoes = 0;

  return async (request, record) => {
    const found = find(request.method, record.path);
    if (!found) throw unknownPath(request.method, record.path, document);
    if ("allow" in found) return otherMethod(request.method, found.allow.join(", "));
    const { operation, path } = found;
    const { query } = record;
    record.operation = operation.id;
    redactKeys(record, operation);
    const preference = readPreference(request.headers.get("prefer"), operation);
    const milliseconds = preference.latency ?? latency;
    if (milliseconds > 0) await wait(milliseconds, request.signal);

    const asked: PrismRequest = {
      method: operation.prism.method as PrismRequest["method"],
      url: { path, query },
      headers: headersForEngine(request.headers),
    };
    const problem = await checkCredential(operation, asked);
    if (problem) {
      if (operation.scenarios.has(problem)) return play(operation, problem, record);
      throw new Rejection(401, "The request carries no usable credential.");
    }
    record.body = await readBody(request, operation, bodyLimit);
    const violations = await checkRequest(operation, { ...asked, body: record.body });
    if (violations.length > 0) {
      record.violations = violations.map(({ message }) => message);
      return invalidResponse(operation, violations, invalidRequestStatus, answers);
    }

    const scenario = preference.scenario ?? (preference.status === undefined ? queue.next(operation.id) : undefined);
    if (scenario !== undefined) return play(operation, scenario, record);
    const status = preference.status ?? defaultStatus(operation);
    const choice = { status, mediaType: chooseMediaType(operation, status, request.headers.get("accept")) };
    const isGenerated = preference.dynamic ?? options.dynamic;
    const answer = isGenerated
      ? await answers.generated(operation, choice, options.seed ?? crypto.randomUUID())
      : await answers.fromExample(operation, choice);
    if (options.echo && preference.status === undefined) return fill(answer, operation, path, record.body);
    if (!isGenerated) record.scenario = firstScenario(operation, choice);
    return answer;
  };

  function play(operation: Operation, name: string, record: RecordedRequest): Promise<Answer> {
    record.scenario = name;
    const { status, mediaType } = operation.scenarios.get(name) as Scenario;
    return answers.fromExample(operation, { scenario: name, status, mediaType });
  }

  async function fill(answer: Answer, operation: Operation, path: string, body: unknown): Promise<Answer> {
    const content = echo(answer.content, sentValues(operation, path, body), ++echoes);
    const violations = await checkAnswer(operation, {
      statusCode: answer.status,
      headers: answer.headers,
      body: content,
    });
    return violations.length === 0 ? { ...answer, content, body: JSON.stringify(content) } : answer;
  }
}

/** The name of the example that the engine takes where none is asked for. */
function firstScenario({ scenarios }: Operation, { status, mediaType }: Choice): string | undefined {
  return [...scenarios.values()].find((known) => known.status === status && known.mediaType === mediaType)?.name;
}

function unknownPath(method: string, path: string, { operations }: MockDocument): Rejection {
  const known = operations.slice(0, 10).map((operation) => `${operation.method} ${operation.path}`);
  const more = operations.length > known.length ? ` and ${operations.length - known.length} more` : "";
  return new Rejection(404, `No operation for ${method} ${path}. Known: ${known.join(", ")}${more}.`);
}

function otherMethod(method: string, allow: string): Answer {
  if (method === "OPTIONS") return { status: 204, headers: { allow }, content: undefined, body: null };
  throw new Rejection(405, `${method} is not allowed here. Allowed: ${allow}.`, { allow });
}
