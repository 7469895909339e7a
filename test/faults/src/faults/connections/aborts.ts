import { type Expected, type Fault, fault, type Theme } from "../../fault.ts";
import { type Cut, cut, success } from "../../reply.ts";

const expected: Expected = { result: "aborted", attempts: 1, executed: 1 };

function aborted(name: string, at: Cut["at"]): Fault {
  return fault(name, [success(cut(at, "stalling"))], expected, { isAborted: true });
}

/** The caller aborts its `signal`: the call rejects with the signal's reason at once. */
export const aborts: Theme = {
  title: "Aborted by the caller",
  faults: [
    aborted("while waiting for the response", "before the response"),
    aborted("while reading the body", "inside the body"),
  ],
};
