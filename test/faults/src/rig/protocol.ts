import type { ObservedFault } from "../fault.ts";

/** Invented. The rig creates a run only for a request with this key, and remembers every host that received it. */
export const testKey = "eyJhbGciOiJub25lIn0.invented-for-the-fault-rig";

export interface RigAddresses {
  /** Responds as scripted. */
  rig: string;
  /** Takes scripts and reports what was executed: a port of its own, so that no connection is shared with a fault. */
  control: string;
  /** The same responses behind a certificate. */
  tls: string;
  /** The same responses over HTTP/2 or HTTP/1.1, as the client likes, behind a certificate that it is configured to trust. */
  http2: string;
  /** Nothing listens here. */
  closed: string;
  /** Accepts connections and never sends anything. */
  silent: string;
}

/** What an agent in another runtime reports when it has played the faults. */
export interface RigReport {
  observed: ObservedFault[];
  /** Which rules were broken in random sequences of calls. */
  modelProblems: string[];
  /** Unhandled rejections, where the runtime reports them. */
  unhandled: string[];
}
