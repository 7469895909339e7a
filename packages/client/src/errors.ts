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
 * The base class of every error that a call fails with. The one exception is an aborted `signal`: the call then rejects
 * with the signal's own reason.
 */
export class TestsigmaError extends Error implements ErrorFields {
  override readonly name: string = "TestsigmaError";
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly url: string | undefined;
  readonly attempts: number;
  readonly outcome: Outcome;

  constructor(message: string, fields: ErrorFields) {
    const { operation, method, path, url, attempts, outcome } = fields;
    // `Error` reads `cause` from the fields.
    const place = url ?? path;
    super(`${operation ? `${operation}: ` : ""}${message}${place && ` (${method} ${place})`}`, fields);
    this.operation = operation;
    this.method = method;
    this.path = path;
    this.url = url;
    this.attempts = attempts;
    this.outcome = outcome;
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
export class InputError extends TestsigmaError {
  override readonly name = "InputError";
  /** The problems that `validation` found; `undefined` if the call was rejected for another reason. */
  readonly problems: readonly InputProblem[] | undefined;

  constructor(message: string, fields: ErrorFields & { readonly problems?: readonly InputProblem[] | undefined }) {
    super(message, fields);
    this.problems = fields.problems;
  }
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

/**
 * The service responded with an unsuccessful status.
 *
 * A subclass is thrown for each status that callers are likely to handle, and this class for every other one.
 */
export class ApiError extends TestsigmaError {
  override readonly name: string = "ApiError";
  /** The HTTP status. */
  readonly status: number;
  /** The parsed JSON body; the text of a body that is not JSON; `undefined` for an empty or broken one. */
  readonly body: unknown;
  /** The headers of the response. */
  readonly headers: Headers;
  /**
   * The request id, from `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). Quote it to
   * support.
   */
  readonly requestId: string | undefined;
  /** The wait that the service asked for (`Retry-After`), in milliseconds; `undefined` if it asked for none. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    fields: ErrorFields & Pick<ApiError, "status" | "body" | "headers" | "requestId" | "retryAfterMs">,
  ) {
    super(message, fields);
    this.status = fields.status;
    this.body = fields.body;
    this.headers = fields.headers;
    this.requestId = fields.requestId;
    this.retryAfterMs = fields.retryAfterMs;
  }

  override toJSON(): object {
    return { ...super.toJSON(), headers: Object.fromEntries(this.headers) };
  }
}

/** 401 or 403: the API key is missing, was rejected, or may not do this. */
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
export class RedirectError extends TestsigmaError {
  override readonly name = "RedirectError";
  /** The target of the redirect; `undefined` if the response named none or the runtime hides it. */
  readonly target: string | undefined;

  constructor(message: string, fields: ErrorFields & { readonly target: string | undefined }) {
    super(message, fields);
    this.target = fields.target;
  }
}

/**
 * The status is a success, but the body is not the documented one: it is not JSON, is too large or lacks a documented
 * property.
 */
export class ResponseError extends TestsigmaError {
  override readonly name = "ResponseError";
  /** The HTTP status. */
  readonly status: number | undefined;

  constructor(message: string, fields: ErrorFields & { readonly status: number | undefined }) {
    super(message, fields);
    this.status = fields.status;
  }
}

/** A wait ended before its condition was met: `timeout` of `waitForImport` or `waitForRunCases` ran out. */
export class WaitError extends TestsigmaError {
  override readonly name = "WaitError";
  /** The last result: the import, or the test cases that exist; `undefined` if there was none. */
  readonly lastResult: unknown;

  constructor(message: string, fields: ErrorFields & { readonly lastResult: unknown }) {
    super(message, fields);
    this.lastResult = fields.lastResult;
  }
}

/** `findProject` found no project, or several. */
export class LookupError extends TestsigmaError {
  override readonly name = "LookupError";
  /** The projects that match, if there are several; otherwise all projects that the API key can see. */
  readonly candidates: readonly Project[];

  constructor(message: string, fields: ErrorFields & { readonly candidates: readonly Project[] }) {
    super(message, fields);
    this.candidates = fields.candidates;
  }
}
