import type { Failure } from "../errors/failure.js";
import { createHide, hideInField } from "../errors/hide-secrets.js";
import type { TestsigmaError } from "../errors/testsigma-error.js";
import { publicUrl } from "../options/safe-url.js";
import { isSafe, retryPolicy } from "./retry-policy.js";
import type { ServiceRequest } from "./transport.js";

/** What the transport knows of the attempt that failed. */
interface FailedAttempt {
  readonly request: ServiceRequest;
  /** The URL that was asked last. */
  readonly url: URL;
  readonly attempts: number;
  /** The outcome of an earlier attempt is unknown. */
  readonly isUnknown: boolean;
}

/** Makes the error of a failure: with its call, attempts, outcome and what to do, and without secrets. */
export function completeFailure(
  failure: Failure,
  attempt: FailedAttempt,
  secrets: ReadonlySet<string>,
): TestsigmaError {
  const { request, url, attempts, isUnknown } = attempt;
  const { outcome } = retryPolicy[failure.kind];
  const hide = createHide(secrets);
  const fields = Object.entries(failure.fields).map(([name, value]) => [name, hideInField(name, value, hide)]);
  const warning = warningOf(failure, attempt);
  const message = hide(failure.message).replace(controlCharacters, " ");
  return new failure.ErrorClass(warning ? `${message.replace(/([^.?!])$/, "$1.")} ${warning}` : message, {
    ...request.call,
    url: hide(publicUrl(url)),
    attempts,
    // What an earlier attempt left unknown stays unknown.
    outcome: isUnknown ? "unknown" : outcome,
    ...Object.fromEntries(fields),
  });
}

/** A server's text must not end a line of a log, or rewrite what a terminal or an editor shows. */
const controlCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

function warningOf({ kind }: Failure, { request, isUnknown }: FailedAttempt): string | undefined {
  if (retryPolicy[kind].outcome === "unknown") {
    return request.isRepeatable ? undefined : "It may have been executed: look before resending.";
  }
  return isUnknown && !isSafe(request.call.method) ? "An earlier attempt may have been executed." : undefined;
}
