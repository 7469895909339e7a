import { type Fault, fault, rejected, succeeds, type Theme } from "../../fault.ts";
import { jsonReply, pageReply, rateLimited, success, tooMany } from "../../reply.ts";

const limited = rejected("RateLimitError");

function retryAfter(name: string, value: string, expected = succeeds(2), change: Partial<Fault> = {}): Fault {
  return fault(`429, Retry-After: ${name}`, [tooMany({ "retry-after": value }), success()], expected, change);
}

/** The service rejects the request before it does anything; the client waits and re-sends it. */
export const rateLimits: Theme = {
  title: "Rate limits",
  faults: [
    fault("500 “rate limit exceeded”, once", [rateLimited(), success()], succeeds(2)),
    fault("500 “rate limit exceeded”, twice", [rateLimited(), rateLimited(), success()], succeeds(3)),
    fault("500 “rate limit exceeded”, always", [rateLimited()], rejected("RateLimitError", 3), { repeats: true }),
    fault("500 “rate limit exceeded”, no retries wanted", [rateLimited(), success()], limited, {
      options: { maxRetries: 0 },
    }),
    fault(
      "500 “rate limit exceeded”, reset in the past",
      [rateLimited({ "x-tms-api-reset": "-1763900000" }), success()],
      succeeds(2),
    ),
    fault("429, once", [tooMany(), success()], succeeds(2)),
    fault("429, always", [tooMany()], rejected("RateLimitError", 3), { repeats: true }),
    fault("429 with an empty body", [{ status: 429 }, success()], succeeds(2)),
    fault("429 as an HTML page", [pageReply(429, "<h1>Slow down</h1>"), success()], succeeds(2)),
    retryAfter("1", "1", succeeds(2), { minimumWaitMs: 1000 }),
    retryAfter("0", "0"),
    // A date has whole seconds only, and the clock continues while it is in transit.
    retryAfter("a date in 3 s", "{date+3}", succeeds(2), { minimumWaitMs: 1000 }),
    retryAfter("a date long past", "Wed, 21 Oct 2015 07:28:00 GMT"),
    retryAfter("a date in an hour", "{date+3600}", limited),
    ...["61", "3600", "99999999999999999999"].map((seconds) => retryAfter(seconds, seconds, limited)),
    ...["-5", "1.5", "soon", "1 s", "0x10"].map((text) => retryAfter(text, text)),
    fault("500 “rate limit exceeded”, Retry-After: 3600", [rateLimited({ "retry-after": "3600" }), success()], limited),
    fault("rate limit, then 503", [rateLimited(), jsonReply(503, { message: "Service unavailable" })], {
      ...succeeds(2, 0),
      result: "ServerError",
      outcome: "unknown",
    }),
  ],
};
