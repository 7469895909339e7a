/**
 * What is known of the request's effect when a call fails.
 *
 * - `not-sent`: the request never left. Nothing was created.
 * - `rejected`: the service responded that it did not execute it. Nothing was created.
 * - `unknown`: it may or may not have been executed. Look before you send it again.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

/** An operation of the API, or a request through `@testsigma-tms/client/http`. */
export interface Call {
  /** The `operationId`; `undefined` for a request that is no operation of the spec. */
  readonly operation: string | undefined;
  /** The HTTP method. */
  readonly method: string;
  /** The path template of the operation; without one, the path of the URL. */
  readonly path: string;
}

/** The call that failed; every error carries these properties. */
export interface FailedCall extends Call {
  /**
   * The URL that was asked last, after any redirect, without its query; `undefined` when the call was rejected before there
   * was one.
   */
  readonly url: string | undefined;
  /** How many times the request was attempted; 0 when it was rejected before that. A redirect is not an attempt. */
  readonly attempts: number;
  /** Whether the request was executed, as far as that can be known. */
  readonly outcome: Outcome;
}

/** The properties of an error, and `cause` as for any `Error`. */
export interface ErrorFields extends FailedCall {
  readonly cause?: unknown;
}

/** Every failure of a call is one of these, but for an aborted `signal`, which rejects with the signal's own reason. */
export class TestsigmaError extends Error implements FailedCall {
  override readonly name: string = "TestsigmaError";
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly url: string | undefined;
  readonly attempts: number;
  readonly outcome: Outcome;

  constructor(message: string, fields: ErrorFields) {
    const { operation, method, path, url, attempts, outcome } = fields;
    // The base class takes `cause` out of the fields.
    super(`${operation ? `${operation}: ` : ""}${message} (${method} ${url ?? path})`, fields);
    this.operation = operation;
    this.method = method;
    this.path = path;
    this.url = url;
    this.attempts = attempts;
    this.outcome = outcome;
  }

  /** All properties, with the message and the cause, which `JSON.stringify` leaves out of any other error. */
  toJSON(): object {
    return { ...this, message: this.message, cause: causeToJson(this.cause) };
  }
}

const mostCauses = 5;

/** A runtime wraps what happened into other errors: the innermost one has the code. */
function causeToJson(cause: unknown, depth = 0): unknown {
  if (!(cause instanceof Error) || depth === mostCauses) return undefined;
  const { name, message } = cause;
  return { name, code: Reflect.get(cause, "code"), message, cause: causeToJson(cause.cause, depth + 1) };
}
