import type { Expected, Theme } from "../../fault.ts";
import { jsonReply, rateLimited, success } from "../../reply.ts";

function aborted(attempts: 0 | 1, executed: 0 | 1): Expected {
  return { result: "aborted", attempts, executed };
}

/** The caller aborts its `signal`: the call rejects with the signal's reason at once. */
export const aborts: Theme = {
  title: "Aborted by the caller",
  faults: [
    { name: "before the call", abort: "before the call", replies: [success()], expected: aborted(0, 0) },
    {
      name: "while waiting for the response",
      abort: "in flight",
      replies: [success({ cut: { at: "before the response", by: "stalling" } })],
      expected: aborted(1, 1),
    },
    {
      name: "while reading the body",
      abort: "in flight",
      replies: [success({ cut: { at: "inside the body", by: "stalling" } })],
      expected: aborted(1, 1),
    },
    {
      name: "while waiting out a rate limit",
      abort: "in back-off",
      replies: [rateLimited(), success()],
      expected: aborted(1, 0),
    },
    {
      name: "while waiting out Retry-After: 50",
      abort: "in back-off",
      replies: [jsonReply(429, { message: "Too many requests" }, { "retry-after": "50" }), success()],
      expected: aborted(1, 0),
    },
  ],
};
