import type { Expected, Fault, Theme } from "../fault.ts";
import { answer, type Reply, redirect } from "../reply.ts";

const found = (change: Partial<Reply> = {}): Reply => ({ ...answer(200, { message: "", data: {} }), ...change });

const read = (name: string, replies: Reply[], expected: Expected, change: Partial<Fault> = {}): Fault => ({
  name,
  method: "GET",
  replies,
  expected,
  ...change,
});

const answered = (tries: number): Expected => ({ result: "answered", tries, executed: 0 });

/** A GET through `http` may be sent again: a second execution changes nothing. */
export const reads: Theme = {
  title: "Reads through http",
  faults: [
    read("503, then 200", [answer(503, { message: "down" }), found()], answered(2)),
    read(
      "503, always",
      [answer(503, { message: "down" })],
      { result: "HTTP 503", tries: 3, executed: 0 },
      { repeats: true },
    ),
    read("404", [answer(404, { code: 404, message: "Not Found" })], { result: "HTTP 404", tries: 1, executed: 0 }),
    read(
      "reset before the answer, then 200",
      [{ cut: { at: "before the answer", by: "resetting" } }, found()],
      answered(2),
    ),
    read(
      "cut inside the body, then 200",
      [found({ cut: { at: "inside the body", by: "resetting" } }), found()],
      answered(2),
    ),
    read("silence, then 200", [{ cut: { at: "before the answer", by: "stalling" } }, found()], answered(2), {
      options: { timeout: 1500 },
    }),
    read("302 to another trusted host", [redirect(302, "https://arcus.testsigma.com{path}"), found()], answered(1), {
      target: "https://test-management.testsigma.com",
      differs: { chromium: { result: "RedirectError", tries: 1, outcome: "unknown", executed: 0 } },
    }),
  ],
};
