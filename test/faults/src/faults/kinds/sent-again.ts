import { type Expected, inOpaqueErrorRuntimes, notSent, rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { operations } from "../../operations.ts";
import { jsonReply, type Reply, success } from "../../reply.ts";
import { forEachKind, kinds } from "./for-each-kind.ts";

function executedAnd(status: number, headers?: Record<string, string>): Reply {
  return { ...jsonReply(status, { message: "Failed" }, headers), executes: true };
}

/**
 * Returns the expected result if an earlier attempt left the outcome unknown: it stays unknown, whatever the next
 * response says.
 */
function rejectedAfterUnknown(result: string): Expected {
  return unknown(result, 1, 2);
}

/** A request is only re-sent if a second execution changes nothing more, or if it was certainly not executed. */
export const sentAgain: Theme = {
  title: "Sent again, or not",
  byOperation: true,
  faults: forEachKind(kinds, [
    {
      name: "503 after executing it, then success",
      replies: [executedAnd(503)],
      expected: unknown("ServerError", 1),
      repeatable: succeeds(2, 2),
    },
    {
      name: "503 after executing it, always",
      replies: [executedAnd(503)],
      repeats: true,
      expected: unknown("ServerError", 1),
      repeatable: unknown("ServerError", 3, 3),
    },
    {
      name: "503 after executing it, no retries wanted",
      options: { maxRetries: 0 },
      replies: [executedAnd(503)],
      expected: unknown("ServerError", 1),
    },
    {
      name: "503 after executing it, then 404",
      replies: [executedAnd(503), jsonReply(404, { message: "Not found" })],
      expected: unknown("ServerError", 1),
      repeatable: rejectedAfterUnknown("NotFoundError"),
    },
    {
      name: "503 after executing it, then a rate limit without end",
      replies: [executedAnd(503), jsonReply(429, { message: "Slow down" }, { "retry-after": "3600" })],
      expected: unknown("ServerError", 1),
      repeatable: rejectedAfterUnknown("RateLimitError"),
    },
    {
      name: "reset before the response, after executing it",
      replies: [success({ cut: { at: "before the response", by: "resetting" } })],
      expected: unknown("ConnectionError", 1),
      repeatable: succeeds(2, 2),
    },
    {
      name: "reset inside the headers, after executing it",
      replies: [success({ cut: { at: "inside the headers", by: "resetting" } })],
      expected: unknown("ConnectionError", 1),
      repeatable: succeeds(2, 2),
    },
    {
      name: "silence after executing it, with a timeout of 5 s",
      options: { timeout: 5000 },
      replies: [success({ cut: { at: "before the response", by: "stalling" } })],
      expected: unknown("TimeoutError", 1),
      repeatable: succeeds(2, 2),
    },
    {
      name: "200 without the documented body",
      replies: [success({ status: 200, body: { text: "[]" } })],
      expected: unknown("ResponseError", 1),
    },
    { name: "404", replies: [jsonReply(404, { message: "Not found" })], expected: rejected("NotFoundError") },
    {
      name: "connection refused",
      target: "closed port",
      replies: [],
      expected: notSent("ConnectionError"),
      differs: (operation) =>
        inOpaqueErrorRuntimes(unknown("ConnectionError", 0, operations[operation].isRepeatable ? 3 : 1)),
    },
  ]),
};
