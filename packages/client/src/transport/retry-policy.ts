import type { Outcome } from "../errors.js";

/** The kinds of failure of an attempt, distinguished by what they prove about the request. */
export type FailureKind = "unsent" | "blocked" | "rate-limited" | "rejected" | "unclear" | "unusable";

interface RetryRule {
  /** The effect of a request that changes something, as far as it is known from the failure. */
  readonly outcome: Exclude<Outcome, "no-effect">;
  readonly sentAgain: "always" | "if repeatable" | "never";
}

/**
 * The whole policy: a request is only sent again when it was certainly not executed, or when executing it twice changes
 * nothing.
 */
export const retryPolicy: { readonly [kind in FailureKind]: RetryRule } = {
  /** The runtime proves that nothing was sent. */
  unsent: { outcome: "not-sent", sentAgain: "always" },
  /** The runtime does not send such a request at all. */
  blocked: { outcome: "not-sent", sentAgain: "never" },
  /** 429, or the service's 500 for its rate limit (observed; it is inferred that the request was not executed). */
  "rate-limited": { outcome: "rejected", sentAgain: "always" },
  /** Any other 4xx, or a redirect that must not be followed. */
  rejected: { outcome: "rejected", sentAgain: "never" },
  /**
   * Any other 5xx (including 503, which gateways send after losing the service), a timeout, a lost connection or a body
   * that was cut off.
   */
  unclear: { outcome: "unknown", sentAgain: "if repeatable" },
  /** A success without the documented body, or a redirect that says the request may have been processed. */
  unusable: { outcome: "unknown", sentAgain: "never" },
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const idempotentMethods = new Set([...safeMethods, "PUT", "DELETE"]);

/** Returns whether a method changes nothing at all (RFC 9110, section 9.2.1). */
export function isSafe(method: string): boolean {
  return safeMethods.has(method);
}

/** Returns whether a second execution of a method changes nothing more (RFC 9110, section 9.2.2). */
export function isIdempotent(method: string): boolean {
  return idempotentMethods.has(method);
}

const maxWaitMs = 60_000;
const firstBackOffMs = 500;
const maxBackOffMs = 8_000;
const maxJitterMs = 250;

/** Returns whether the policy allows another attempt after a failure. */
export function isSentAgain(kind: FailureKind, isRepeatable: boolean): boolean {
  const { sentAgain } = retryPolicy[kind];
  return sentAgain === "always" || (sentAgain === "if repeatable" && isRepeatable);
}

/**
 * Returns the wait before the next attempt, in milliseconds; `undefined` if the service asks for more than a minute.
 * `Retry-After` is obeyed, with some jitter, because many clients may have got the same one; without it, the wait is
 * drawn from an exponentially growing range ("full jitter").
 */
export function waitBeforeRetry(retryAfterMs: number | undefined, attempt: number): number | undefined {
  if (retryAfterMs === undefined) {
    return Math.round(Math.random() * Math.min(maxBackOffMs, firstBackOffMs * 2 ** (attempt - 1)));
  }
  return retryAfterMs <= maxWaitMs ? retryAfterMs + Math.round(Math.random() * maxJitterMs) : undefined;
}

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3), given as seconds or a date, and returns milliseconds from now;
 * ignores anything else. A date is compared with that of the response, because the server's clock may differ from this
 * machine's.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse accepts "-5" and "1.5" as dates; an HTTP date ends in GMT.
  const date = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  return Math.max(0, date - now);
}
