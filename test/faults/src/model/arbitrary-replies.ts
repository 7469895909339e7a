import fc from "fast-check";
import { jsonReply, type Reply, rateLimited, redirect, success } from "../reply.ts";

const failures = [500, 502, 503, 504];

const statuses = fc
  .constantFrom(400, 401, 404, 409, 422, ...failures)
  .map((status) => jsonReply(status, { message: "no" }));

/** Failures that no client may treat as a rejection: the request may have been executed whatever the status is. */
const openFailures = fc
  .record({ status: fc.constantFrom(...failures), executes: fc.boolean() })
  .map(({ status, executes }) => ({ ...jsonReply(status, { message: "down" }), executes }));

/** Cuts at any byte of the response. */
const cuts = fc
  .record({
    isChunked: fc.boolean(),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    // A stalled response takes the whole timeout, so there are few.
    by: fc.oneof(
      { weight: 19, arbitrary: fc.constantFrom("resetting" as const, "closing" as const, "half-closing" as const) },
      { weight: 1, arbitrary: fc.constant("stalling" as const) },
    ),
  })
  .map(({ isChunked, ...cut }) => success({ isChunked, cut }));

const bodies = fc
  .constantFrom("", "{}", "<html></html>", "null", '{"message":"","data":')
  .map((text) => success({ body: { text } }));

const waits = fc
  .constantFrom(undefined, "0", "1", "3600", "soon")
  .map((seconds) => rateLimited(seconds === undefined ? {} : { "retry-after": seconds }));

/**
 * Generates up to four faults in a row, with redirects to these places; a client that gets past them has its request
 * executed.
 */
export function arbitraryReplies(locations: readonly string[]): fc.Arbitrary<Reply[]> {
  const redirects = fc
    .record({ status: fc.constantFrom(301, 302, 303, 307, 308), location: fc.constantFrom(...locations) })
    .map(({ status, location }) => redirect(status, location));
  return fc.array(fc.oneof(redirects, statuses, openFailures, cuts, bodies, waits), { maxLength: 4 });
}
