import { type Operation, responseFor } from "../document/operation.js";
import type { Violation } from "../engine/engine.js";
import { checkAnswer } from "../engine/make-response.js";
import { summarize, violationsHeader } from "../request/violations.js";
import type { Answer, Responses } from "./responses.js";

/** Makes the answer to a request that breaks the document: what is wrong, in an error body that the document describes. */
export async function invalidResponse(
  operation: Operation,
  violations: Violation[],
  wantedStatus: 400 | 422,
  answers: Responses,
): Promise<Answer> {
  const status = [wantedStatus, 422, 400].find((code) => responseFor(operation, code)) ?? wantedStatus;
  const headers = { "sl-violations": violationsHeader(violations) };
  const bodies = errorBodies(status, violations);
  const described = responseFor(operation, status);
  if (!described) return { ...jsonAnswer(status, bodies[1]), headers: { ...headers, "content-type": json } };

  const choice = { status, mediaType: described.contents?.[0]?.mediaType };
  const example = await answers.fromExample(operation, choice);
  const documentedHeaders = { ...example.headers, ...headers };
  for (const content of bodies) {
    const answer = { ...jsonAnswer(status, content), headers: { ...documentedHeaders, "content-type": json } };
    if ((await checkAnswer(operation, { statusCode: status, headers: answer.headers, body: content })).length === 0) {
      return answer;
    }
  }
  return { ...example, headers: documentedHeaders };
}

const json = "application/json";

const jsonAnswer = (status: number, content: unknown) => ({ status, content, body: JSON.stringify(content) });

/** The three error shapes of the service, the most telling one first. */
function errorBodies(code: number, violations: Violation[]) {
  const details = summarize(violations);
  const message = "The request does not fit the API description";
  return [
    { message, errors: { code, message, details } },
    { code, message: `${message}: ${details}` },
    { message: `${message}: ${details}` },
  ] as const;
}
