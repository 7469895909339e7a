/**
 * What is known of the request's effect when a call fails.
 *
 * - `not-sent`: the request never left. Nothing was created.
 * - `rejected`: the service answered that it did not execute it. Nothing was created.
 * - `unknown`: it may or may not have been executed. Look before you send it again.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

/** The call that failed; every error carries these members. */
export interface FailedCall {
  /** The `operationId`; `undefined` for a call through `http`. */
  readonly operation: string | undefined;
  /** The HTTP method. */
  readonly method: string;
  /** The path template of the operation; for a call through `http`, the path of its URL. */
  readonly path: string;
  /** How many times the request was attempted; 0 when it was refused before that. A redirect is not an attempt. */
  readonly attempts: number;
}

/** What single classes tell besides, and `cause` as for any `Error`. */
export interface ErrorMembers {
  cause?: unknown;
  [member: string]: unknown;
}

/** Every failure of a call is one of these, but for an aborted `signal`, which rejects with the signal's own reason. */
export class TestsigmaError extends Error implements FailedCall {
  override readonly name: string = "TestsigmaError";
  declare readonly operation: string | undefined;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  /** Whether the request was executed, as far as that can be known. */
  declare readonly outcome: Outcome;

  constructor(message: string, call: FailedCall, outcome: Outcome, { cause, ...members }: ErrorMembers = {}) {
    const { operation, method, path } = call;
    const look = outcome === "unknown" && !isIdempotent(method) ? lookFirst : "";
    super(`${operation ? `${operation}: ` : ""}${message} (${method} ${path})${look}`, cause ? { cause } : undefined);
    Object.assign(this, call, { outcome }, members);
  }
}

const lookFirst = ". It may have been executed: look before resending.";

/** Whether a second execution changes nothing more: all methods of OpenAPI but these two (RFC 9110, section 9.2.2). */
export const isIdempotent = (method: string) => !/POST|PATCH/.test(method);
