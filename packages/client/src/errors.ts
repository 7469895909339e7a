import type { ErrorBodies, Project } from "@testsigma-tms/types";
import { property } from "./describe.js";

/**
 * The effect of the request when a call fails, as far as it is known.
 *
 * - `not-sent`: the request was never sent. Nothing was created.
 * - `rejected`: the service responded that it did not execute the request. Nothing was created.
 * - `no-effect`: the request only reads. Nothing was created, whether it was executed or not.
 * - `unknown`: the request may or may not have been executed. Check before you send it again.
 */
export type Outcome = "not-sent" | "rejected" | "no-effect" | "unknown";

/** An operation of the API, or a request through `@testsigma-tms/client/http`. */
export interface Call {
  /** The `operationId`; `undefined` for a request that is not an operation of the spec. */
  readonly operation: string | undefined;
  /** The HTTP method. */
  readonly method: string;
  /** The path template of the operation; if there is no operation, the path of the URL. */
  readonly path: string;
}

/** The properties of every error, and `cause` as for any `Error`. */
export interface ErrorFields extends Call {
  /**
   * The URL of the last request, after any redirect, without its query; `undefined` if the call was rejected before
   * there was one.
   */
  readonly url: string | undefined;
  /** The number of attempts; 0 if the call was rejected before the first one. A redirect is not an attempt. */
  readonly attempts: number;
  /**
   * The effect of the request, as far as it is known: only after `unknown`, the request may have been executed, so check
   * before you send it again.
   */
  readonly outcome: Outcome;
  readonly cause?: unknown;
}

/**
 * The base class of every error that a call fails with; its subclasses are in the table of
 * [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails). The one exception is an aborted `signal`: the call then rejects
 * with the signal's own reason.
 */
export class TestsigmaError<Fields extends object = object> extends Error implements ErrorFields {
  override readonly name: string = "TestsigmaError";
  declare readonly operation: string | undefined;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly url: string | undefined;
  declare readonly attempts: number;
  declare readonly outcome: Outcome;

  /** @param fields the properties of the error and, in a subclass, those that it declares */
  constructor(message: string, fields: ErrorFields & Fields) {
    const { cause, ...properties } = fields;
    const { operation, method, url, path } = properties;
    const place = url ?? path;
    const text = `${operation ? `${operation}: ` : ""}${message}${place && ` (${method} ${place})`}`;
    super(text, "cause" in fields ? { cause } : {});
    Object.assign(this, properties);
  }

  /** Returns all properties, with the message and the cause, which `JSON.stringify` leaves out of other errors. */
  toJSON(): object {
    return { ...this, message: this.message, cause: causeToJson(this.cause) };
  }
}

const maxCauses = 5;

/** Converts a cause and its own causes: a runtime wraps errors, and only the innermost one has the code. */
function causeToJson(cause: unknown, depth = 0): unknown {
  if (!(cause instanceof Error) || depth === maxCauses) return undefined;
  const { name, message } = cause;
  return { name, code: property(cause, "code"), message, cause: causeToJson(cause.cause, depth + 1) };
}

/** A place where an input does not match the spec. */
export interface InputProblem {
  /** JSON pointer (RFC 6901) to the place; "" for the whole input. */
  readonly pointer: string;
  /** The value at that place; `undefined` for a missing property. */
  readonly given: unknown;
  /** A description of what is allowed there. */
  readonly allowed: string;
}

/** The call was rejected before anything was sent: a property or an option is missing or not allowed. */
export class InputError extends TestsigmaError<{ readonly problems?: readonly InputProblem[] }> {
  override readonly name = "InputError";
  /** The problems that `validation` found; `undefined` if the call was rejected for another reason. */
  declare readonly problems: readonly InputProblem[] | undefined;
}

/** Creates the error of a call that is rejected before anything is sent. */
export function inputError(
  message: string,
  call: Call,
  fields?: { readonly cause?: unknown; readonly problems?: readonly InputProblem[] },
): InputError {
  return new InputError(message, { ...call, url: undefined, attempts: 0, outcome: "not-sent", ...fields });
}

/** The documented body of a status; a text if the body is not JSON; `undefined` if it is empty or broken. */
type Body<Status extends number> = ErrorBodies[Extract<Status, keyof ErrorBodies>] | string | undefined;

interface ApiFields {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/**
 * The service responded with an unsuccessful status.
 *
 * A subclass is thrown for each status that callers are likely to handle, and this class for every other one.
 */
export class ApiError extends TestsigmaError<ApiFields> implements ApiFields {
  override readonly name: string = "ApiError";
  /** The HTTP status. */
  declare readonly status: number;
  /** The parsed JSON body; the text of a body that is not JSON; `undefined` for an empty or broken one. */
  declare readonly body: unknown;
  /** The headers of the response. */
  declare readonly headers: Headers;
  /**
   * The request id, from `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). Quote it to
   * support.
   */
  declare readonly requestId: string | undefined;
  /** The wait that the service asked for (`Retry-After`), in milliseconds; `undefined` if it asked for none. */
  declare readonly retryAfterMs: number | undefined;

  override toJSON(): object {
    return { ...super.toJSON(), headers: Object.fromEntries(this.headers) };
  }
}

/** 401 or 403: the API key is missing, was rejected, or lacks the permission. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  declare readonly body: Body<401 | 403>;
}

/** 404: the project or another entity in the request does not exist, or the base URL is wrong. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  declare readonly body: Body<404>;
}

/** 400 or 422: the input was rejected. */
export class ValidationError extends ApiError {
  override readonly name = "ValidationError";
  declare readonly body: Body<400 | 422>;
}

/**
 * 429, or 500 with the message `rate limit exceeded` (observed), even after the last attempt. The request was not
 * executed.
 */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  declare readonly body: Body<429 | 500>;
}

/** Any other 5xx: the request may or may not have been executed. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  declare readonly body: Body<500>;
}

/**
 * There was no response: the connection could not be established or was lost. `cause` is the error that the runtime
 * reported.
 */
export class ConnectionError extends TestsigmaError {
  override readonly name = "ConnectionError";
}

/** An attempt took longer than `timeout`, which covers connecting, redirects, headers and reading the body. */
export class TimeoutError extends TestsigmaError {
  override readonly name = "TimeoutError";
}

/** The service redirected in a way that must not or cannot be followed. */
export class RedirectError extends TestsigmaError<{ readonly target: string | undefined }> {
  override readonly name = "RedirectError";
  /** The target of the redirect; `undefined` if the response named none or the runtime hides it. */
  declare readonly target: string | undefined;
}

/**
 * The status is a success, but the body is not the documented one: it is not JSON, is too large or lacks a documented
 * property.
 */
export class ResponseError extends TestsigmaError<{ readonly status: number | undefined }> {
  override readonly name = "ResponseError";
  /** The HTTP status. */
  declare readonly status: number | undefined;
}

/** A wait ended before its condition was met: `timeout` of `waitForImport` or `waitForRunCases` ran out. */
export class WaitError extends TestsigmaError<{ readonly lastResult: unknown }> {
  override readonly name = "WaitError";
  /** The last result: the import, or the test cases that exist; `undefined` if there was none. */
  declare readonly lastResult: unknown;
}

/** `findProject` found no project, or several. */
export class LookupError extends TestsigmaError<{ readonly candidates: readonly Project[] }> {
  override readonly name = "LookupError";
  /** The projects that match, if there are several; otherwise all projects that the API key can see. */
  declare readonly candidates: readonly Project[];
}
