/**
 * What is known of the request's effect when a call fails.
 *
 * - `not-sent`: the request never left. Nothing was created.
 * - `rejected`: the service responded that it did not execute it. Nothing was created.
 * - `unknown`: it may or may not have been executed. Look before you send it again.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

/** An operation of the API, or a request through `http`. */
export interface Call {
  /** The `operationId`; `undefined` for a call through `http`. */
  readonly operation: string | undefined;
  /** The HTTP method. */
  readonly method: string;
  /** The path template of the operation; for a call through `http`, the path of its URL. */
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

/** The properties of an error: those of every error, those of its class, and `cause` as for any `Error`. */
export interface ErrorFields extends FailedCall {
  readonly cause?: unknown;
  readonly [field: string]: unknown;
}

/** Every failure of a call is one of these, but for an aborted `signal`, which rejects with the signal's own reason. */
export class TestsigmaError extends Error implements FailedCall {
  override readonly name: string = "TestsigmaError";
  declare readonly operation: string | undefined;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly url: string | undefined;
  declare readonly attempts: number;
  declare readonly outcome: Outcome;

  constructor(message: string, fields: ErrorFields) {
    const { operation, method, path, url } = fields;
    // The base class takes `cause` out of the fields.
    super(`${operation ? `${operation}: ` : ""}${message} (${method} ${url ?? path})`, fields);
    Object.assign(this, fields);
  }

  /** All properties, and the message, which `JSON.stringify` leaves out of any other error. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}
