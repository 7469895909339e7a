import type { Call, ErrorFields, Outcome, TestsigmaError } from "../errors.js";
import { type Hide, hideInFields, publicText } from "../secrets.js";
import { publicUrl } from "../url.js";
import { type FailureKind, isSafe, retryPolicy } from "./retry-policy.js";

/** The properties that only some error classes have. */
interface FailureFields {
  readonly cause?: unknown;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * A failure of an attempt, thrown where it is detected. The call turns it into an error by adding what only the call
 * knows: the operation, the attempt and the outcome.
 *
 * It never leaves this package. Anything else that is thrown, even a `TestsigmaError`, therefore comes from the runtime
 * or the caller's code and proves nothing.
 */
export class Failure<Fields extends object = object> {
  readonly kind: FailureKind;
  /** The message, which may contain a secret and be of any length. */
  readonly message: string;
  readonly fields: FailureFields;
  /** Creates an error of the class. */
  readonly toError: (message: string, common: ErrorFields, hide: Hide) => TestsigmaError;

  constructor(
    kind: FailureKind,
    ErrorClass: new (message: string, fields: ErrorFields & Fields) => TestsigmaError,
    message: string,
    fields: Fields & FailureFields,
  ) {
    this.kind = kind;
    this.message = message;
    this.fields = fields;
    this.toError = (text, common, hide) => new ErrorClass(text, { ...common, ...hideInFields(fields, hide) });
  }
}

/** The failed attempt, as far as only the call knows it. */
interface FailedAttempt {
  readonly call: Call;
  readonly isRepeatable: boolean;
  /** The URL of the last request. */
  readonly url: string;
  readonly attempts: number;
  /** Whether the outcome of an earlier attempt is unknown. */
  readonly wasUnknown: boolean;
}

/** Creates the error for a failure, with its call, attempts, outcome and advice, and without secrets. */
export function completeFailure(failure: Failure, attempt: FailedAttempt, hide: Hide): TestsigmaError {
  const { call, isRepeatable, url, attempts, wasUnknown } = attempt;
  const { outcome } = retryPolicy[failure.kind];
  const isUnclear = outcome === "unknown";
  const sentences = [
    publicText(failure.message, hide),
    failure.fields.status === 401 && "Check the API key, or create one under Settings > API Keys",
    isUnclear && !isRepeatable && "The request may have been executed: check before you send it again.",
    !isUnclear && wasUnknown && "An earlier attempt may have been executed.",
  ].filter((sentence) => sentence !== false);
  const message = sentences.reduce((text, sentence) => `${text.replace(/([^.?!…])$/, "$1.")} ${sentence}`);
  return failure.toError(
    message,
    { ...call, url: hide(publicUrl(url)), attempts, outcome: outcomeOf(call, wasUnknown ? "unknown" : outcome) },
    hide,
  );
}

/** Returns the outcome of a call; one that only reads has no effect, even if it may have been executed. */
const outcomeOf = ({ method }: Call, outcome: Outcome): Outcome =>
  outcome === "unknown" && isSafe(method) ? "no-effect" : outcome;
