import { type Answer, jsonOrText, textOf } from "./answer.js";
import type { CallOptions } from "./call-options.js";
import { type AllowedOptions, findOptionMistake, sharedOptions, show } from "./check-options.js";
import type { OperationCall } from "./client-options.js";
import { refuse } from "./errors/input-error.js";
import { TestsigmaError } from "./errors/testsigma-error.js";
import { ResponseError } from "./errors/transport-errors.js";
import type { Fail } from "./fail.js";
import type { HttpClient } from "./openapi-fetch.js";
import { RequestCarrier } from "./request-carrier.js";
import { missingMember, type Shape } from "./shape.js";

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

const allowed: AllowedOptions<CallOptions> = { signal: "object", ...sharedOptions };

/** Makes the method of one operation: the flat input goes out through openapi-fetch, the documented body comes back. */
export const callOperation =
  (http: HttpClient, operation: string, route: OperationRoute): OperationCall =>
  async (input = {}, options = {}) => {
    const { method, path } = route;
    const call = { operation, method, path };
    const mistake = findInputMistake(input, path) ?? findOptionMistake(options, allowed);
    if (mistake) throw refuse(mistake, call);

    const send = http.request as unknown as Send;
    const { data } = await send(method, path, {
      ...options,
      ...call,
      ...place(Object(input), route),
      headers: new Headers(options.headers),
      Request: RequestCarrier,
      read: (answer: Answer, fail: Fail) => readResult(answer, route, fail),
      // openapi-fetch hands through what the transport makes of the body.
      parseAs: "stream",
    }).catch((error: unknown) => {
      // What is thrown by neither the transport nor the signal was thrown before sending, by a serializer.
      if (error instanceof TestsigmaError || options.signal?.aborted) throw error;
      throw refuse((error as Error).message, call, { cause: error });
    });
    return data;
  };

type Send = (method: string, path: string, init: object) => Promise<{ data?: unknown }>;

function findInputMistake(input: unknown, path: string): string | undefined {
  for (const [, name = ""] of path.matchAll(/{(\w+)}/g)) {
    const value: unknown = Object(input)[name];
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
    params: { path: input, query: pick((name) => !!inQuery?.includes(name)), header: input.headers },
    body: body === "members" ? pick((name) => !notInBody?.includes(name)) : body && input.body,
  };
}

/** The documented body of a successful answer; throws where it is another. */
function readResult(answer: Answer, { result, noContent }: OperationRoute, fail: Fail): unknown {
  const { status, headers } = answer;
  const body = jsonOrText(textOf(answer));
  if (!result || (body === undefined && noContent?.includes(status))) return undefined;
  const missing = missingMember(body, result, `a JSON object (${headers.get("content-type")})`);
  if (missing) throw fail("unusable", ResponseError, `${status}: body lacks ${missing}`, { status });
  return body;
}
