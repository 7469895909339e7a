import { type Fault, fault, rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { type Cut, cut, type Reply, rateLimited, redirect, success } from "../../reply.ts";
import { arcusHost, documentedHost, redirectIsHidden } from "../redirects/hosts.ts";

function late(name: string, replies: Reply[], expected = unknown("TimeoutError", 1), change: Partial<Fault> = {}) {
  return fault(name, replies, expected, { options: { timeout: 5000 }, ...change });
}

/** A limit of time within which even a busy machine has seen what comes before the silence. */
const enoughOnBusyMachine = { timeout: 20_000 };

const silence = (at: Cut["at"], reply: Partial<Reply> = {}) => success({ ...reply, ...cut(at, "stalling") });

/** Slow responses, with a `timeout` of 5 s if a fault has no other. */
export const time: Theme = {
  title: "Time",
  faults: [
    late("silence before the response", [cut("before the response", "stalling")], unknown("TimeoutError", 0)),
    late("silence before the response, after creating the run", [silence("before the response")]),
    late("silence inside the headers", [silence("inside the headers")]),
    late("silence before the body", [silence("before the body")]),
    late("silence inside the body", [silence("inside the body")]),
    late("silence before the last chunk", [silence("before the last chunk", { framing: "chunked" })]),
    late("a body that drips too slowly", [success({ drip: { bytes: 1, everyMs: 100 } })]),
    late("a body that drips, without a limit", [success({ drip: { bytes: 20, everyMs: 100 } })], succeeds(), {
      options: { timeout: 0 },
    }),
    late(
      "silence after a redirect",
      [redirect(301, `${arcusHost}{path}`), silence("before the response")],
      unknown("TimeoutError", 1),
      { target: documentedHost, options: enoughOnBusyMachine, differs: redirectIsHidden },
    ),
    late("a rate limit, then silence", [rateLimited(), silence("before the response")], unknown("TimeoutError", 1, 2), {
      options: enoughOnBusyMachine,
    }),
    late("a server that never finishes the TLS handshake", [], unknown("TimeoutError", 0), { target: "silent port" }),
    late(
      "a rate limit whose body never ends",
      [{ ...rateLimited(), ...cut("inside the body", "stalling") }],
      unknown("ServerError", 0),
      { options: enoughOnBusyMachine },
    ),
    late(
      "a rejection that arrives in time",
      [{ status: 404, drip: { bytes: 1, everyMs: 1 } }],
      rejected("NotFoundError"),
    ),
  ],
};
