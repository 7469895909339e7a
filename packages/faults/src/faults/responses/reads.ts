import type { Expected, Fault, Theme } from "../../fault.ts";
import { jsonReply, type Reply, redirect } from "../../reply.ts";

function found(change: Partial<Reply> = {}): Reply {
  return { ...jsonReply(200, { message: "", data: {} }), ...change };
}

function read(name: string, replies: Reply[], expected: Expected, change: Partial<Fault> = {}): Fault {
  return {
    name,
    method: "GET",
    replies,
    expected,
    ...change,
  };
}

function succeeded(attempts: number): Expected {
  return { result: "succeeded", attempts, executed: 0 };
}

/** A GET through `http` may be sent again: a second execution changes nothing. */
export const reads: Theme = {
  title: "Reads through http",
  faults: [
    read("503, then 200", [jsonReply(503, { message: "down" }), found()], succeeded(2)),
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
      [{ cut: { at: "before the response", by: "resetting" } }, found()],
      succeeded(2),
    ),
    read(
      "cut inside the body, then 200",
      [found({ cut: { at: "inside the body", by: "resetting" } }), found()],
      succeeded(2),
    ),
    read("silence, then 200", [{ cut: { at: "before the response", by: "stalling" } }, found()], succeeded(2), {
      options: { timeout: 1500 },
    }),
    read("302 to another trusted host", [redirect(302, "https://arcus.testsigma.com{path}"), found()], succeeded(1), {
      target: "https://test-management.testsigma.com",
      differs: { chromium: { result: "RedirectError", attempts: 1, outcome: "unknown", executed: 0 } },
    }),
  ],
};
