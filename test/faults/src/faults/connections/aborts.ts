import { type Expected, type Fault, fault, type Theme } from "../../fault.ts";
import { cut, type Reply, rateLimited, success, tooMany } from "../../reply.ts";

function aborted(
  name: string,
  abort: NonNullable<Fault["abort"]>,
  replies: Reply[],
  attempts: number,
  executed: number,
): Fault {
  const expected: Expected = { result: "aborted", attempts, executed };
  return fault(name, replies, expected, { abort });
}

const slowly = tooMany({ "retry-after": "50" });

/** The caller aborts its `signal`: the call rejects with the signal's reason at once. */
export const aborts: Theme = {
  title: "Aborted by the caller",
  faults: [
    aborted("before the call", "before the call", [success()], 0, 0),
    aborted("while waiting for the response", "in flight", [success(cut("before the response", "stalling"))], 1, 1),
    aborted("while reading the body", "in flight", [success(cut("inside the body", "stalling"))], 1, 1),
    aborted("while waiting out a rate limit", "in back-off", [rateLimited(), success()], 1, 0),
    aborted("while waiting out Retry-After: 50", "in back-off", [slowly, success()], 1, 0),
  ],
};
