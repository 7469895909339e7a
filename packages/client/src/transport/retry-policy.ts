import type { Outcome } from "../errors.js";
import type { Failure, FailureKind } from "./failure.js";

interface RetryRule {
  /** The effect of the request, as far as it is known from the failure. */
  readonly outcome: Outcome;
  readonly sentAgain: "always" | "if repeatable" | "never";
}

/**
 * The whole policy: a request is only sent again when it was certainly not executed, or when executing it twice changes
 * nothing.
 */
export const retryPolicy: { readonly [kind in FailureKind]: RetryRule } = {
  /** The runtime proves that nothing was sent. */
  unsent: { outcome: "not-sent", sentAgain: "always" },
  /** 429, or the service's 500 for its rate limit (observed; it is inferred that the request was not executed). */
  "rate-limited": { outcome: "rejected", sentAgain: "always" },
  /** Any other 4xx, or a redirect that must not be followed. */
  rejected: { outcome: "rejected", sentAgain: "never" },
  /**
   * Any other 5xx (including 503, which gateways send after losing the service), a timeout, a lost connection or a body
   * that was cut off.
   */
  failed: { outcome: "unknown", sentAgain: "if repeatable" },
  /** A success without the documented body, or a redirect that says the request may have been processed. */
  unusable: { outcome: "unknown", sentAgain: "never" },
};

const longestWaitMs = 60_000;
const firstBackOffMs = 500;
const longestBackOffMs = 8_000;

/**
 * Returns the wait before the next attempt, in milliseconds; `undefined` if there must not be one. `Retry-After` is
 * obeyed up to a minute; without it, the wait is drawn from an exponentially growing range ("full jitter").
 */
export function waitBeforeRetry({ kind, fields }: Failure, isRepeatable: boolean, attempt: number): number | undefined {
  const { sentAgain } = retryPolicy[kind];
  if (sentAgain === "never" || (sentAgain === "if repeatable" && !isRepeatable)) return undefined;
  const backOffMs = Math.min(longestBackOffMs, firstBackOffMs * 2 ** (attempt - 1));
  const { retryAfterMs: waitMs = Math.round(Math.random() * backOffMs) } = fields;
  return waitMs <= longestWaitMs ? waitMs : undefined;
}

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3), given as seconds or a date, and returns milliseconds from now;
 * ignores anything else. A date is compared with that of the response, because the server's clock may differ from this
 * machine's.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse accepts "-5" and "1.5" as dates; an HTTP date ends in GMT.
  const date = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  return Math.max(0, date - now);
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const idempotentMethods = new Set([...safeMethods, "PUT", "DELETE"]);

/** Tells whether a method changes nothing at all (RFC 9110, section 9.2.1). */
export const isSafe = (method: string) => safeMethods.has(method);

/** Tells whether a second execution of a method changes nothing more (RFC 9110, section 9.2.2). */
export const isIdempotent = (method: string) => idempotentMethods.has(method);
