import type { ErrorFields, TestsigmaError } from "./testsigma-error.js";

/** What can go wrong with an attempt, distinguished by what it proves. */
export type FailureKind = "unsent" | "rate-limited" | "rejected" | "failed" | "unusable";

/** The properties of an error's class that more than this class knows. */
interface FailureFields {
  readonly cause?: unknown;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

type ErrorClass<Fields> = new (message: string, fields: ErrorFields & Fields) => TestsigmaError;

/**
 * What went wrong, thrown where it is found. The transport completes it to an error with what only it knows: the call, the
 * attempt and the outcome.
 *
 * It never leaves this package. So whatever else is thrown, be it a `TestsigmaError`, comes from the runtime or the
 * caller's code, and proves nothing.
 */
export class Failure {
  readonly kind: FailureKind;
  readonly ErrorClass: ErrorClass<never>;
  /** It may hold a secret and any number of characters. */
  readonly message: string;
  readonly fields: FailureFields;

  constructor(kind: FailureKind, ErrorClass: ErrorClass<never>, message: string, fields: FailureFields) {
    this.kind = kind;
    this.ErrorClass = ErrorClass;
    this.message = message;
    this.fields = fields;
  }
}

/** Creates a failure with the fields that its class needs. */
export const createFailure = <Fields extends object>(
  kind: FailureKind,
  ErrorClass: ErrorClass<Fields>,
  message: string,
  fields: FailureFields & Omit<Fields, keyof ErrorFields>,
) => new Failure(kind, ErrorClass, message, fields);
