import { type ErrorFields, TestsigmaError } from "./testsigma-error.js";

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
