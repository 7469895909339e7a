import { type Fault, rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { rateLimited, redirect, success } from "../../reply.ts";

const options = { timeout: 5000 };

function late(name: string, fault: Partial<Fault>): Fault {
  return {
    name,
    options,
    replies: [],
    expected: unknown("TimeoutError", 1),
    ...fault,
  };
}

/** Slow responses, with a `timeout` of 5 s if a fault has no other. */
export const time: Theme = {
  title: "Time",
  faults: [
    late("silence before the response", {
      replies: [{ cut: { at: "before the response", by: "stalling" } }],
      expected: unknown("TimeoutError", 0),
    }),
    late("silence before the response, after creating the run", {
      replies: [success({ cut: { at: "before the response", by: "stalling" } })],
    }),
    late("silence inside the headers", { replies: [success({ cut: { at: "inside the headers", by: "stalling" } })] }),
    late("silence before the body", { replies: [success({ cut: { at: "before the body", by: "stalling" } })] }),
    late("silence inside the body", { replies: [success({ cut: { at: "inside the body", by: "stalling" } })] }),
    late("silence before the last chunk", {
      replies: [success({ framing: "chunked", cut: { at: "before the last chunk", by: "stalling" } })],
    }),
    late("a body that drips too slowly", { replies: [success({ drip: { bytes: 1, everyMs: 100 } })] }),
    late("a body that drips, without a limit", {
      options: { timeout: 0 },
      replies: [success({ drip: { bytes: 20, everyMs: 100 } })],
      expected: succeeds(),
    }),
    late("silence after a redirect", {
      target: "https://test-management.testsigma.com",
      // Two TLS handshakes come first, which a busy machine may not finish in 5 s.
      options: { timeout: 20_000 },
      replies: [
        redirect(301, "https://arcus.testsigma.com{path}"),
        success({ cut: { at: "before the response", by: "stalling" } }),
      ],
      differs: { chromium: unknown("RedirectError", 0) },
    }),
    late("a rate limit, then silence", {
      replies: [rateLimited(), success({ cut: { at: "before the response", by: "stalling" } })],
      expected: unknown("TimeoutError", 1, 2),
    }),
    late("a server that never finishes the TLS handshake", {
      target: "silent port",
      expected: unknown("TimeoutError", 0),
    }),
    late("a rate limit whose body never ends", {
      replies: [{ ...rateLimited(), cut: { at: "inside the body", by: "stalling" } }],
      expected: unknown("ServerError", 0),
    }),
    late("a rejection that arrives in time", {
      replies: [{ status: 404, drip: { bytes: 1, everyMs: 1 } }],
      expected: rejected("NotFoundError"),
    }),
  ],
};
