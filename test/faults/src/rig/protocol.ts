import type { ObservedFault, RigTarget } from "../fault.ts";

/**
 * The API key, which is invented. The rig creates a run only for a request with this key, and records every host that
 * received it.
 */
export const testKey = "eyJhbGciOiJub25lIn0.invented-for-the-fault-rig";

/**
 * The addresses of the rig by what they do, and `control`, which takes scripts and reports what was executed: on a
 * separate port, so that it shares no connection with a fault.
 */
export type RigAddresses = Record<RigTarget | "control", string>;

/** The report of an agent in another runtime after it has played the faults. */
export interface RigReport {
  observed: ObservedFault[];
  /** The rules that were broken in random sequences of calls. */
  modelProblems: string[];
  /** The unhandled rejections, if the runtime reports them. */
  unhandled: string[];
}
