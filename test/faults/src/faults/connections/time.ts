import { type Expected, type Fault, fault, type Theme, unknown } from "../../fault.ts";
import { type Cut, cut, type Reply, success } from "../../reply.ts";

/** The create is executed, and the response stops. */
function silent(at: Cut["at"], reply: Partial<Reply> = {}): Fault {
  const stalled = success({ ...reply, ...cut(at, "stalling") });
  return fault(`silence ${at}`, [stalled], unknown("TimeoutError", 1), { options });
}

const abortedByCaller: Expected = { result: "aborted", attempts: 1, executed: 1 };

function aborted(name: string, at: Cut["at"]): Fault {
  return fault(name, [success(cut(at, "stalling"))], abortedByCaller, { isAborted: true });
}

const options = { timeout: 5000 };
const notExecuted = unknown("TimeoutError", 0);

/** The call ends with its time limit. */
export const time: Theme = {
  title: "Time",
  faults: [
    fault("silence from the start", [cut("before the response", "stalling")], notExecuted, { options }),
    fault("silence inside the TLS handshake", [], notExecuted, { options, target: "silent port" }),
    silent("before the response"),
    silent("inside the headers"),
    silent("before the body"),
    silent("inside the body"),
    silent("before the last chunk", { isChunked: true }),
  ],
};

/** The caller aborts its `signal`: the call rejects with the signal's reason at once. */
export const aborts: Theme = {
  title: "Aborted by the caller",
  faults: [
    aborted("while waiting for the response", "before the response"),
    aborted("while reading the body", "inside the body"),
  ],
};
