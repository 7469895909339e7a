import type { ErrorFields, TestsigmaError } from "../errors.js";

/** The kinds of failure of an attempt, distinguished by what they prove about the request. */
export type FailureKind = "unsent" | "rate-limited" | "rejected" | "failed" | "unusable";

/** The properties that only some error classes have. */
interface FailureFields {
  readonly cause?: unknown;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

type ErrorClass<Fields> = new (message: string, fields: ErrorFields & Fields) => TestsigmaError;

/**
 * A failure of an attempt, thrown where it is detected. The transport turns it into an error by adding what only the
 * transport knows: the call, the attempt and the outcome.
 *
 * It never leaves this package. Anything else that is thrown, even a `TestsigmaError`, therefore comes from the runtime
 * or the caller's code and proves nothing.
 */
export class Failure<Fields extends object = object> {
  readonly kind: FailureKind;
  readonly ErrorClass: ErrorClass<never>;
  /** The message, which may contain a secret and be of any length. */
  readonly message: string;
  readonly fields: FailureFields;

  constructor(
    kind: FailureKind,
    ErrorClass: ErrorClass<Fields>,
    message: string,
    fields: FailureFields & Omit<Fields, keyof ErrorFields>,
  ) {
    this.kind = kind;
    this.ErrorClass = ErrorClass;
    this.message = message;
    this.fields = fields;
  }
}
