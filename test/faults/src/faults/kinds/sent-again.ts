import { notSent, only, rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { operations } from "../../operations.ts";
import { cut, jsonReply, success } from "../../reply.ts";
import { forEachKind, type KindFault, kinds } from "./for-each-kind.ts";

const down = { ...jsonReply(503, { message: "Failed" }), executes: true };
const notFound = jsonReply(404, { message: "Not found" });

/** Returns a fault after which only what may be repeated is sent again. */
function failing(name: string, fault: Partial<KindFault>): KindFault {
  return { name, replies: [down], expected: unknown("ServerError", 1), repeatable: succeeds(2, 2), ...fault };
}

/** A request is only re-sent if a second execution changes nothing more, or if it was certainly not executed. */
export const sentAgain: Theme = {
  title: "Sent again, or not",
  byOperation: true,
  faults: forEachKind(kinds, [
    failing("503 after executing it, then success", {}),
    failing("503 after executing it, always", { repeats: true, repeatable: unknown("ServerError", 3, 3) }),
    failing("503 after executing it, no retries wanted", {
      options: { maxRetries: 0 },
      repeatable: unknown("ServerError", 1),
    }),
    // An outcome that an earlier attempt left unknown stays unknown, whatever the next response says.
    failing("503 after executing it, then 404", {
      replies: [down, notFound],
      repeatable: unknown("NotFoundError", 1, 2),
    }),
    failing("503 after executing it, then a rate limit without end", {
      replies: [down, jsonReply(429, { message: "Slow down" }, { "retry-after": "3600" })],
      repeatable: unknown("RateLimitError", 1, 2),
    }),
    ...(["before the response", "inside the headers"] as const).map((place) =>
      failing(`reset ${place}, after executing it`, {
        replies: [success(cut(place, "resetting"))],
        expected: unknown("ConnectionError", 1),
      }),
    ),
    failing("silence after executing it, with a timeout of 5 s", {
      options: { timeout: 5000 },
      replies: [success(cut("before the response", "stalling"))],
      expected: unknown("TimeoutError", 1),
    }),
    {
      name: "200 without the documented body",
      replies: [success({ status: 200, body: { text: "[]" } })],
      expected: unknown("ResponseError", 1),
    },
    { name: "404", replies: [notFound], expected: rejected("NotFoundError") },
    {
      name: "connection refused",
      target: "closed port",
      replies: [],
      expected: notSent("ConnectionError"),
      differs: (operation) =>
        only(["workerd", "chromium"], unknown("ConnectionError", 0, operations[operation].isRepeatable ? 3 : 1)),
    },
  ]),
};
