import type { Failure } from "../errors/failure.js";
import { type Hide, hideInFields, publicText } from "../errors/hide-secrets.js";
import type { TestsigmaError } from "../errors/testsigma-error.js";
import { publicUrl } from "../options/safe-url.js";
import { isSafe } from "./is-idempotent.js";
import { retryPolicy } from "./retry-policy.js";
import type { ServiceRequest } from "./service-request.js";

/** The failed attempt, as far as only the transport knows it. */
interface FailedAttempt {
  readonly request: ServiceRequest;
  /** The URL of the last request. */
  readonly url: URL;
  readonly attempts: number;
  /** Tells whether the outcome of an earlier attempt is unknown. */
  readonly isUnknown: boolean;
}

/** Creates the error for a failure, with its call, attempts, outcome and advice, and without secrets. */
export function completeFailure(failure: Failure, attempt: FailedAttempt, hide: Hide): TestsigmaError {
  const { kind, fields, ErrorClass } = failure;
  const { request, url, attempts, isUnknown } = attempt;
  const { outcome } = retryPolicy[kind];
  const isUnclear = outcome === "unknown";
  const sentences = [
    publicText(failure.message, hide),
    fields.status === 401 && "The API key was rejected: check it, or make one under Settings > API Keys",
    isUnclear && !request.isRepeatable && "It may have been executed: look before resending.",
    !isUnclear && isUnknown && !isSafe(request.call.method) && "An earlier attempt may have been executed.",
  ].flatMap((sentence) => sentence || []);
  return new ErrorClass(
    sentences.reduce((text, sentence) => `${text.replace(/([^.?!])$/, "$1.")} ${sentence}`),
    {
      ...request.call,
      url: hide(publicUrl(url)),
      attempts,
      // If the outcome of an earlier attempt is unknown, it stays unknown.
      outcome: isUnknown ? "unknown" : outcome,
      ...hideInFields(fields, hide),
    } as never,
  );
}
