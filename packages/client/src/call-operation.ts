import { textOf } from "./answer.js";
import type { CallOptions } from "./call-options.js";
import { findOptionMistake } from "./check-options.js";
import { InputError } from "./errors/input-error.js";
import { TestsigmaError } from "./errors/testsigma-error.js";
import { ResponseError } from "./errors/transport-errors.js";
import type { HttpClient } from "./openapi-fetch.js";
import { RequestCarrier } from "./request-carrier.js";
import { missingMember, type Shape } from "./shape.js";
import type { FinalAnswer } from "./transport.js";

/** How an operation is sent and what a successful answer must hold. */
export interface OperationRoute {
  readonly method: string;
  readonly path: string;
  readonly inPath?: readonly string[];
  readonly inQuery?: readonly string[];
  readonly body?: "members" | "whole";
  /** Members of the path or query that stand in the body too. */
  readonly inBodyToo?: readonly string[];
  readonly result?: Shape;
  readonly noContent?: readonly number[];
}

type Input = Record<string, unknown>;

/** Calls one operation: the flat input goes out through openapi-fetch, the documented body comes back. */
export async function callOperation(
  http: HttpClient,
  operation: string,
  route: OperationRoute,
  input: Input = {},
  options: CallOptions = {},
): Promise<unknown> {
  const { method, path } = route;
  const call = { operation, method, path };
  const mistake =
    findInputMistake(input, route) ?? findOptionMistake(options, ["signal", "timeout", "maxRetries", "headers"]);
  if (mistake) throw new InputError(mistake, call);

  const { params, body } = place(input, route);
  const send = http.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ response: unknown }>;
  const { response } = await send(method, path, {
    ...options,
    ...call,
    params,
    body,
    headers: options.headers && new Headers(options.headers),
    Request: RequestCarrier,
    parseAs: "stream",
  }).catch((error: unknown) => {
    // What is thrown by neither the transport nor the signal was thrown before sending, by a serializer.
    if (error instanceof TestsigmaError || options.signal?.aborted) throw error;
    throw new InputError((error as Error).message, { ...call, cause: error });
  });
  return readResult(response as FinalAnswer, route, call);
}

function findInputMistake(input: unknown, { inPath = [] }: OperationRoute): string | undefined {
  if (typeof input !== "object" || input === null) return `expected an object, got ${input}`;
  for (const name of inPath) {
    const value = (input as Input)[name];
    const isText = typeof value === "number" || (typeof value === "string" && value !== "");
    // "." and ".." would be resolved away, and the request would go to another path.
    if (!isText || value === "." || value === "..")
      return `${name}: expected an identifier, got ${JSON.stringify(value)}`;
  }
  return undefined;
}

function place(input: Input, { inPath = [], inQuery = [], inBodyToo = [], body }: OperationRoute) {
  const rest = { ...input };
  const take = (names: readonly string[]) => {
    const taken = Object.fromEntries(names.filter((name) => name in input).map((name) => [name, input[name]]));
    for (const name of names) if (!inBodyToo.includes(name)) delete rest[name];
    return taken;
  };
  const params = { path: take(inPath), query: take(inQuery), header: input.headers };
  delete rest.headers;
  return { params, body: body === "members" ? rest : body && input.body };
}

function readResult(answer: FinalAnswer, { result, noContent }: OperationRoute, call: object): unknown {
  if (!result) return undefined;
  const text = textOf(answer);
  if (!text && noContent?.includes(answer.status)) return undefined;
  const fail = (why: string) =>
    new ResponseError(`${answer.status}, but ${why}`, { ...call, ...answer, outcome: "unknown" } as never);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw fail(text ? `the body is not JSON (${answer.headers.get("content-type")})` : "the body is empty");
  }
  const missing = missingMember(body, result);
  if (missing !== undefined) throw fail(`the body lacks ${missing || "an object"}`);
  return body;
}
