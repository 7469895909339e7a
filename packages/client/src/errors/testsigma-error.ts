/**
 * The effect of the request when a call fails, as far as it is known.
 *
 * - `not-sent`: the request was never sent. Nothing was created.
 * - `rejected`: the service responded that it did not execute the request. Nothing was created.
 * - `unknown`: the request may or may not have been executed. Check before you send it again.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

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
   * The effect of the request, as far as it is known: after `not-sent` and `rejected`, nothing was created; after
   * `unknown`, the request may have been executed, so check before you send it again.
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
    super(`${operation ? `${operation}: ` : ""}${message} (${method} ${url ?? path})`, fields);
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

const mostCauses = 5;

/** Converts a cause and its own causes: a runtime wraps errors, and only the innermost one has the code. */
function causeToJson(cause: unknown, depth = 0): unknown {
  if (!(cause instanceof Error) || depth === mostCauses) return undefined;
  const { name, message } = cause;
  return { name, code: Reflect.get(cause, "code"), message, cause: causeToJson(cause.cause, depth + 1) };
}
