import { jsonOrText, textOf } from "./answer.js";
import { findOptionMistake, show } from "./check-options.js";
import type { OperationCall } from "./client-options.js";
import { refuse } from "./errors/input-error.js";
import { type FailedCall, TestsigmaError } from "./errors/testsigma-error.js";
import { ResponseError } from "./errors/transport-errors.js";
import type { HttpClient } from "./openapi-fetch.js";
import { RequestCarrier } from "./request-carrier.js";
import { policy } from "./retry-policy.js";
import { missingMember, type Shape } from "./shape.js";
import type { FinalAnswer } from "./transport.js";

/** How an operation is sent and what a successful answer must hold. */
export interface OperationRoute {
  readonly method: string;
  readonly path: string;
  readonly inQuery?: readonly string[];
  readonly body?: "members" | "whole";
  /** Members of the input that have another place than the body. */
  readonly notInBody?: readonly string[];
  readonly result?: Shape;
  readonly noContent?: readonly number[];
}

type Input = Record<string, unknown>;

/** Makes the method of one operation: the flat input goes out through openapi-fetch, the documented body comes back. */
export const callOperation =
  (http: HttpClient, operation: string, route: OperationRoute): OperationCall =>
  async (input = {}, options = {}) => {
    const { method, path } = route;
    const call = { operation, method, path };
    const mistake =
      findInputMistake(input, path) ?? findOptionMistake(options, /^(signal|timeout|maxRetries|headers)$/);
    if (mistake) throw refuse(mistake, call);

    const send = http.request as unknown as Send;
    const { response } = await send(method, path, {
      ...options,
      ...call,
      ...place(input as Input, route),
      headers: options.headers && new Headers(options.headers),
      Request: RequestCarrier,
      parseAs: "stream",
    }).catch((error: unknown) => {
      // What is thrown by neither the transport nor the signal was thrown before sending, by a serializer.
      if (error instanceof TestsigmaError || options.signal?.aborted) throw error;
      throw refuse((error as Error).message, call, { cause: error });
    });
    return readResult(response, route, call);
  };

type Send = (method: string, path: string, init: object) => Promise<{ response: FinalAnswer }>;

function findInputMistake(input: unknown, path: string): string | undefined {
  if (typeof input !== "object" || input === null) return `expected an object, got ${input}`;
  for (const [, name = ""] of path.matchAll(/{(\w+)}/g)) {
    const value = (input as Input)[name];
    // "." and ".." would be resolved away, and the request would go to another path.
    if (/^(undefined|null|\.{0,2}|\[object .*)$/.test(String(value))) {
      return `${name}: expected an identifier, got ${show(value)}`;
    }
  }
  return undefined;
}

function place(input: Input, { inQuery, notInBody, body }: OperationRoute) {
  const pick = (isPicked: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(input).filter(([name]) => isPicked(name)));
  return {
    // The path takes what its template names.
    params: { path: input, query: inQuery && pick((name) => inQuery.includes(name)), header: input.headers },
    body: body === "members" ? (notInBody ? pick((name) => !notInBody.includes(name)) : input) : body && input.body,
  };
}

function readResult(
  answer: FinalAnswer,
  { result, noContent }: OperationRoute,
  call: Omit<FailedCall, "attempts">,
): unknown {
  const { status, attempts, headers } = answer;
  const body = jsonOrText(textOf(answer));
  if (!result || (body === undefined && noContent?.includes(status))) return undefined;
  const missing = missingMember(body, result, `a JSON object (${headers.get("content-type")})`);
  if (!missing) return body;
  const message = `${status}: body lacks ${missing}`;
  throw new ResponseError(message, { ...call, attempts }, policy.unusable[0], { status });
}
