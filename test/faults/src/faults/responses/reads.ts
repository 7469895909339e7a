import { type Expected, type Fault, fault, succeeds, type Theme } from "../../fault.ts";
import { cut, jsonReply, type Reply, redirect, success } from "../../reply.ts";
import { arcusHost, documentedHost, redirectIsHidden } from "../redirects/hosts.ts";

function read(name: string, replies: Reply[], expected: Expected, change: Partial<Fault> = {}): Fault {
  return fault(name, replies, expected, { operation: "http", ...change });
}

const down = jsonReply(503, { message: "down" });
const responds = (status: number, attempts: number) => ({ result: `HTTP ${status}`, attempts, executed: 0 });

/** A GET through `http` may be sent again: a second execution changes nothing. */
export const reads: Theme = {
  title: "Reads through http",
  faults: [
    read("503, then 200", [down, success()], succeeds(2)),
    read("503, always", [down], responds(503, 3), { repeats: true }),
    read("404", [jsonReply(404, { code: 404, message: "Not Found" })], responds(404, 1)),
    read("reset before the response, then 200", [cut("before the response", "resetting"), success()], succeeds(2)),
    read("cut inside the body, then 200", [success(cut("inside the body", "resetting")), success()], succeeds(2, 2)),
    read("silence, then 200", [cut("before the response", "stalling"), success()], succeeds(2), {
      options: { timeout: 5000 },
    }),
    read("302 to another trusted host", [redirect(302, `${arcusHost}{path}`), success()], succeeds(), {
      target: documentedHost,
      differs: redirectIsHidden,
    }),
  ],
};
