import type { Outcome } from "./errors/testsigma-error.js";
import { isIdempotent } from "./errors/testsigma-error.js";
import { retryAfterMs } from "./retry-after.js";

/** What can go wrong with an attempt, told apart by what it proves. */
export type FailureKind = "unsent" | "rate-limited" | "refused" | "failed" | "unusable";

/**
 * The whole policy. A request is sent again only when it was certainly not executed, or when executing it twice changes
 * nothing.
 */
export const policy: Record<FailureKind, { outcome: Outcome; sendAgain: "always" | "if-idempotent" | "never" }> = {
  /** The runtime proves that nothing left. */
  unsent: { outcome: "not-sent", sendAgain: "always" },
  /** 429, or the service's 500 for its rate limit (observed; that it was not executed is inferred). */
  "rate-limited": { outcome: "rejected", sendAgain: "always" },
  /** Any other 4xx, a redirect that must not be followed. */
  refused: { outcome: "rejected", sendAgain: "never" },
  /** Any other 5xx (also 503: gateways send it after losing the service), time-out, connection lost, body cut off. */
  failed: { outcome: "unknown", sendAgain: "if-idempotent" },
  /** A success without the documented body, a redirect that says the request may have been processed. */
  unusable: { outcome: "unknown", sendAgain: "never" },
};

const longestWaitMs = 60_000;
const baseBackOffMs = 500;
const longestBackOffMs = 8_000;

/**
 * How long to wait before the next attempt, in milliseconds; `undefined` when there must be none. `Retry-After` is obeyed
 * up to a minute; without it, the wait is drawn from an exponentially growing range ("full jitter").
 */
export function waitBeforeRetry(kind: FailureKind, method: string, attempt: number, headers?: Headers) {
  const { sendAgain } = policy[kind];
  if (sendAgain === "never" || (sendAgain === "if-idempotent" && !isIdempotent(method))) return undefined;
  const asked = headers && retryAfterMs(headers);
  if (asked !== undefined) return asked <= longestWaitMs ? asked : undefined;
  return Math.random() * Math.min(longestBackOffMs, baseBackOffMs * 2 ** (attempt - 1));
}
