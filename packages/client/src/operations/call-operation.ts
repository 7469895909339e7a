import { type Answer, jsonOrText, textOf } from "../transport/response.js";
import type { CallOptions } from "../options/call-options.js";
import { type AllowedOptions, findOptionMistake, sharedOptions, show } from "../options/check-options.js";
import type { OperationCall } from "../options/client-options.js";
import { refuse } from "../errors/input-error.js";
import { TestsigmaError } from "../errors/testsigma-error.js";
import { ResponseError } from "../errors/transport-errors.js";
import type { Fail } from "../errors/fail.js";
import type { HttpClient } from "../openapi-fetch.js";
import { RequestCarrier } from "../transport/request-carrier.js";
import { missingMember, type Shape } from "./shape.js";

/** The flat input of an operation. */
export type Input = Record<string, unknown>;

/** How an operation is sent and what a successful answer must hold. */
export interface OperationRoute {
  readonly method: string;
  readonly path: string;
  /** Puts the members of the flat input where they belong. */
  readonly place: (input: Input) => { params: object; body?: unknown };
  readonly result?: Shape;
  readonly noContent?: readonly number[];
}

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
      ...route.place(Object(input)),
      headers: new Headers(options.headers),
      Request: RequestCarrier,
      read: (answer: Answer, fail: Fail) => readResult(answer, route, fail),
      // openapi-fetch hands through what the transport makes of the body.
      parseAs: "stream",
    }).catch((error: unknown) => {
      // What is thrown by neither the transport nor the signal was thrown before sending, by a serializer.
      options.signal?.throwIfAborted();
      if (error instanceof TestsigmaError) throw error;
      throw refuse((error as Error).message, call, { cause: error });
    });
    return data;
  };

type Send = (method: string, path: string, init: object) => Promise<{ data?: unknown }>;

function findInputMistake(input: unknown, path: string): string | undefined {
  for (const [, name] of path.matchAll(/{(\w+)}/g)) {
    const value: unknown = Object(input)[name as string];
    // "." and ".." would be resolved away, and the request would go to another path.
    if (/^(undefined|null|\.{0,2}|\[object .*)$/.test(String(value))) {
      return `${name}: expected an identifier, got ${show(value)}`;
    }
  }
  return undefined;
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
