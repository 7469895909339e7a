import type { ErrorFields, TestsigmaError } from "./testsigma-error.js";

/** What can go wrong with an attempt, distinguished by what it proves. */
export type FailureKind = "unsent" | "rate-limited" | "rejected" | "failed" | "unusable";

export type ErrorClass = new (message: string, fields: ErrorFields) => TestsigmaError;

/** The properties of the error's class. */
interface FailureFields {
  readonly retryAfterMs?: number | undefined;
  readonly [field: string]: unknown;
}

/**
 * What went wrong, thrown where it is found. The transport completes it to an error with what only it knows: the call, the
 * attempt and the outcome.
 *
 * It never leaves this package. So whatever else is thrown, be it a `TestsigmaError`, comes from the runtime or the
 * caller's code, and proves nothing.
 */
export class Failure {
  readonly kind: FailureKind;
  readonly ErrorClass: ErrorClass;
  readonly message: string;
  readonly fields: FailureFields;

  constructor(kind: FailureKind, ErrorClass: ErrorClass, message: string, fields: FailureFields = {}) {
    this.kind = kind;
    this.ErrorClass = ErrorClass;
    this.message = message;
    this.fields = fields;
  }
}
