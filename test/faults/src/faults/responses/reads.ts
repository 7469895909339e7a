import { type Expected, type Fault, succeeds, type Theme } from "../../fault.ts";
import { jsonReply, type Reply, redirect, success } from "../../reply.ts";

function read(name: string, replies: Reply[], expected: Expected, change: Partial<Fault> = {}): Fault {
  return {
    name,
    operation: "http",
    replies,
    expected,
    ...change,
  };
}

/** A GET through `http` may be sent again: a second execution changes nothing. */
export const reads: Theme = {
  title: "Reads through http",
  faults: [
    read("503, then 200", [jsonReply(503, { message: "down" }), success()], succeeds(2)),
    read(
      "503, always",
      [jsonReply(503, { message: "down" })],
      { result: "HTTP 503", attempts: 3, executed: 0 },
      { repeats: true },
    ),
    read("404", [jsonReply(404, { code: 404, message: "Not Found" })], {
      result: "HTTP 404",
      attempts: 1,
      executed: 0,
    }),
    read(
      "reset before the response, then 200",
      [{ cut: { at: "before the response", by: "resetting" } }, success()],
      succeeds(2),
    ),
    read(
      "cut inside the body, then 200",
      [success({ cut: { at: "inside the body", by: "resetting" } }), success()],
      succeeds(2, 2),
    ),
    read("silence, then 200", [{ cut: { at: "before the response", by: "stalling" } }, success()], succeeds(2), {
      options: { timeout: 5000 },
    }),
    read("302 to another trusted host", [redirect(302, "https://arcus.testsigma.com{path}"), success()], succeeds(1), {
      target: "https://test-management.testsigma.com",
      differs: { chromium: { result: "RedirectError", attempts: 1, outcome: "unknown", executed: 0 } },
    }),
  ],
};
