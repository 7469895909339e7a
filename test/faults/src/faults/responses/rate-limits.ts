import { rejected, succeeds, type Theme } from "../../fault.ts";
import { jsonReply, rateLimited, success } from "../../reply.ts";

function tooMany(headers: Record<string, string> = {}) {
  return jsonReply(429, { message: "Too many requests" }, headers);
}

/** The service rejects the request before it does anything; the client waits and re-sends it. */
export const rateLimits: Theme = {
  title: "Rate limits",
  faults: [
    { name: "500 “rate limit exceeded”, once", replies: [rateLimited(), success()], expected: succeeds(2) },
    {
      name: "500 “rate limit exceeded”, twice",
      replies: [rateLimited(), rateLimited(), success()],
      expected: succeeds(3),
    },
    {
      name: "500 “rate limit exceeded”, always",
      replies: [rateLimited()],
      repeats: true,
      expected: rejected("RateLimitError", 3),
    },
    {
      name: "500 “rate limit exceeded”, no retries wanted",
      options: { maxRetries: 0 },
      replies: [rateLimited(), success()],
      expected: rejected("RateLimitError"),
    },
    {
      name: "500 “rate limit exceeded”, reset in the past",
      replies: [rateLimited({ "x-tms-api-reset": "-1763900000" }), success()],
      expected: succeeds(2),
    },
    { name: "429, once", replies: [tooMany(), success()], expected: succeeds(2) },
    { name: "429, always", replies: [tooMany()], repeats: true, expected: rejected("RateLimitError", 3) },
    { name: "429 with an empty body", replies: [{ status: 429 }, success()], expected: succeeds(2) },
    {
      name: "429 as an HTML page",
      replies: [
        { status: 429, headers: { "content-type": "text/html" }, body: { text: "<h1>Slow down</h1>" } },
        success(),
      ],
      expected: succeeds(2),
    },
    {
      name: "429, Retry-After: 1",
      minimumWaitMs: 1000,
      replies: [tooMany({ "retry-after": "1" }), success()],
      expected: succeeds(2),
    },
    { name: "429, Retry-After: 0", replies: [tooMany({ "retry-after": "0" }), success()], expected: succeeds(2) },
    {
      name: "429, Retry-After: a date in 3 s",
      // A date has whole seconds only, and the clock continues while it is in transit.
      minimumWaitMs: 1000,
      replies: [tooMany({ "retry-after": "{date+3}" }), success()],
      expected: succeeds(2),
    },
    {
      name: "429, Retry-After: a date long past",
      replies: [tooMany({ "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }), success()],
      expected: succeeds(2),
    },
    {
      name: "429, Retry-After: a date in an hour",
      replies: [tooMany({ "retry-after": "{date+3600}" }), success()],
      expected: rejected("RateLimitError"),
    },
    ...["61", "3600", "99999999999999999999"].map((seconds) => ({
      name: `429, Retry-After: ${seconds}`,
      replies: [tooMany({ "retry-after": seconds }), success()],
      expected: rejected("RateLimitError"),
    })),
    ...["-5", "1.5", "soon", "1 s", "0x10"].map((text) => ({
      name: `429, Retry-After: ${text}`,
      replies: [tooMany({ "retry-after": text }), success()],
      expected: succeeds(2),
    })),
    {
      name: "500 “rate limit exceeded”, Retry-After: 3600",
      replies: [rateLimited({ "retry-after": "3600" }), success()],
      expected: rejected("RateLimitError"),
    },
    {
      name: "rate limit, then 503",
      replies: [rateLimited(), jsonReply(503, { message: "Service unavailable" })],
      expected: { result: "ServerError", attempts: 2, outcome: "unknown", executed: 0 },
    },
  ],
};
