import type { ObservedFault } from "../fault.ts";

/**
 * The API key, which is invented. The rig creates a run only for a request with this key, and records every host that
 * received it.
 */
export const testKey = "eyJhbGciOiJub25lIn0.invented-for-the-fault-rig";

export interface RigAddresses {
  /** The address that responds as scripted. */
  rig: string;
  /**
   * The address that takes scripts and reports what was executed: on a separate port, so that it shares no connection
   * with a fault.
   */
  control: string;
  /** The address with the same responses behind a certificate. */
  tls: string;
  /**
   * The address with the same responses over HTTP/2 or HTTP/1.1, as the client prefers, behind a certificate that the
   * client is configured to trust.
   */
  http2: string;
  /** An address that nothing listens on. */
  closed: string;
  /** The address that accepts connections and never sends anything. */
  silent: string;
}

/** The report of an agent in another runtime after it has played the faults. */
export interface RigReport {
  observed: ObservedFault[];
  /** The rules that were broken in random sequences of calls. */
  modelProblems: string[];
  /** The unhandled rejections, if the runtime reports them. */
  unhandled: string[];
}
