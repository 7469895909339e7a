import { type Answer, Answers } from "./answers.js";
import { checkCredential, headersForEngine } from "./check-credential.js";
import { checkRequest } from "./check-request.js";
import { chooseMediaType } from "./choose-media-type.js";
import { echo } from "./echo.js";
import type { PrismRequest } from "./engine.js";
import { operationFinder } from "./find-operation.js";
import { invalidAnswer } from "./invalid-answer.js";
import type { RecordedRequest } from "./journal.js";
import type { MockDocument } from "./load-document.js";
import { type Choice, checkAnswer } from "./make-answer.js";
import { defaultStatus, type Operation, type Scenario } from "./operation.js";
import type { MockOptions } from "./options.js";
import { readBody } from "./read-body.js";
import { readPreference } from "./read-preference.js";
import { redactKeys } from "./redact-keys.js";
import { Refusal } from "./refusal.js";
import type { ScenarioQueue } from "./scenario-queue.js";
import { sentValues } from "./sent-values.js";
import { wait } from "./wait.js";

/** Answers a request and completes its record. */
export type Responder = (request: Request, record: RecordedRequest) => Promise<Answer>;

/** A document that is ready to be answered from; nothing in it depends on the options of a mock. */
export interface Prepared {
  document: MockDocument;
  find: ReturnType<typeof operationFinder>;
  answers: Answers;
}

export function prepare(document: MockDocument): Prepared {
  return { document, find: operationFinder(document), answers: new Answers() };
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
      throw new Refusal(401, "The request carries no usable credential.");
    }
    record.body = await readBody(request, operation, bodyLimit);
    const violations = await checkRequest(operation, { ...asked, body: record.body });
    if (violations.length > 0) {
      record.violations = violations.map(({ message }) => message);
      return invalidAnswer(operation, violations, invalidRequestStatus, answers);
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

function unknownPath(method: string, path: string, { operations }: MockDocument): Refusal {
  const known = operations.slice(0, 10).map((operation) => `${operation.method} ${operation.path}`);
  const more = operations.length > known.length ? ` and ${operations.length - known.length} more` : "";
  return new Refusal(404, `No operation for ${method} ${path}. Known: ${known.join(", ")}${more}.`);
}

function otherMethod(method: string, allow: string): Answer {
  if (method === "OPTIONS") return { status: 204, headers: { allow }, content: undefined, body: null };
  throw new Refusal(405, `${method} is not allowed here. Allowed: ${allow}.`, { allow });
}
