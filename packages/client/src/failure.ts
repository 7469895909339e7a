import type { TestsigmaError, TestsigmaErrorOptions } from "./errors/testsigma-error.js";
import type { FailureKind } from "./retry-policy.js";

/** What single error classes tell besides. */
interface FailureDetails {
  cause?: unknown;
  target?: string | undefined;
  status?: number;
}

type FailureClass = new (message: string, options: TestsigmaErrorOptions) => TestsigmaError;

/** An attempt that brought no usable answer, before it is known whether another one follows. */
export class Failure {
  readonly headers = undefined;
  readonly ErrorClass: FailureClass;
  readonly kind: FailureKind;
  readonly message: string;
  readonly details: FailureDetails;

  constructor(ErrorClass: FailureClass, kind: FailureKind, message: string, details: FailureDetails = {}) {
    this.ErrorClass = ErrorClass;
    this.kind = kind;
    this.message = message;
    this.details = details;
  }
}
