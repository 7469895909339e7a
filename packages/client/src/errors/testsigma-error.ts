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
  /** Whether the request was executed, as far as that can be known. */
  readonly outcome: Outcome;
}

/** The members of an error: those of every error, what its class tells besides, and `cause` as for any `Error`. */
export interface ErrorMembers extends FailedCall {
  readonly cause?: unknown;
  readonly [member: string]: unknown;
}

/** Every failure of a call is one of these, but for an aborted `signal`, which rejects with the signal's own reason. */
export class TestsigmaError extends Error implements FailedCall {
  override readonly name: string = "TestsigmaError";
  declare readonly operation: string | undefined;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  declare readonly outcome: Outcome;

  constructor(message: string, members: ErrorMembers) {
    const { operation, method, path, outcome } = members;
    const look = outcome === "unknown" && !isIdempotent(method) ? lookFirst : "";
    // The base takes `cause` out of the members.
    super(`${operation ? `${operation}: ` : ""}${message} (${method} ${path})${look}`, members);
    Object.assign(this, members);
  }
}

const lookFirst = ". It may have been executed: look before resending.";

/** Whether a second execution changes nothing more: all methods of OpenAPI but these two (RFC 9110, section 9.2.2). */
export const isIdempotent = (method: string) => !/POST|PATCH/.test(method);
