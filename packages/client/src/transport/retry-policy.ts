import { isIdempotent, type Outcome } from "../errors/testsigma-error.js";

/** What can go wrong with an attempt, told apart by what it proves. */
export type FailureKind = "unsent" | "rate-limited" | "refused" | "failed" | "unusable";

const always = () => true;

/**
 * The whole policy: what each kind of failure says of the request, and for which methods it is sent again. That is only
 * done when it was certainly not executed, or when executing it twice changes nothing.
 */
export const policy: Record<FailureKind, readonly [outcome: Outcome, isSentAgain?: (method: string) => boolean]> = {
  /** The runtime proves that nothing left. */
  unsent: ["not-sent", always],
  /** 429, or the service's 500 for its rate limit (observed; that it was not executed is inferred). */
  "rate-limited": ["rejected", always],
  /** Any other 4xx, a redirect that must not be followed. */
  refused: ["rejected"],
  /** Any other 5xx (also 503: gateways send it after losing the service), time-out, connection lost, body cut off. */
  failed: ["unknown", isIdempotent],
  /** A success without the documented body, a redirect that says the request may have been processed. */
  unusable: ["unknown"],
};

const longestWaitMs = 60_000;
const backOffMs = 250;
const longestBackOffMs = 8_000;

/**
 * How long to wait before the next attempt, in milliseconds; `undefined` when there must be none. `Retry-After` is obeyed
 * up to a minute; without it, the wait is drawn from an exponentially growing range ("full jitter").
 */
export function waitBeforeRetry(kind: FailureKind, method: string, attempt: number, askedMs?: number) {
  const [, isSentAgain] = policy[kind];
  if (!isSentAgain?.(method)) return undefined;
  const waitMs = askedMs ?? Math.round(Math.random() * Math.min(longestBackOffMs, backOffMs * 2 ** attempt));
  return waitMs <= longestWaitMs ? waitMs : undefined;
}
