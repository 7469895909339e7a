import type { Outcome } from "@testsigma-tms/client";
import type { OperationName } from "./operations.ts";
import type { Reply } from "./reply.ts";

export const runtimes = ["node20", "node22", "node24", "node26", "bun", "deno", "workerd", "chromium"] as const;
export type Runtime = (typeof runtimes)[number];

/** Returns the Node version that runs this; a version without its own column is compared with Node 24. */
export function nodeAtHand(): Runtime {
  return runtimes.find((runtime) => runtime === `node${process.versions.node.split(".")[0]}`) ?? "node24";
}

/** The result that a caller sees, and the record of the rig. */
export interface Expected {
  /** The result: `succeeded`, `aborted`, or the name of the error. */
  result: string;
  /** The number of the client's attempts; a redirect does not count. */
  attempts: number;
  outcome?: Outcome;
  /** The number of times the rig executed the request. */
  executed: number;
  /** The general rules that are broken here because a runtime leaves no choice. */
  problems?: string[];
}

/** The result of a played fault. */
export interface ObservedFault extends Expected {
  name: string;
  /** The general rules that were broken. */
  problems: string[];
  message?: string;
}

export interface Fault {
  name: string;
  /** The rig's replies to the first, second … request; every further request is executed. */
  replies: Reply[];
  /** The address of the rig that the client calls. */
  target?: RigTarget;
  /** The operation to call. Default `createTestRun`. */
  operation?: OperationName;
  /** The minimum size of a form. */
  formBytes?: number;
  options?: { timeout?: number };
  /** Whether the caller aborts the call when the request has arrived. */
  isAborted?: boolean;
  /** Earlier requests, sent before this one. */
  before?: EarlierRequest;
  expected: Expected;
  /** The results in runtimes that make another one unavoidable. */
  differs?: Differences;
  /** The only runtime that can play it. */
  onlyIn?: Runtime;
}

/** An earlier request, which may have left its connection open. */
export interface EarlierRequest {
  /** The sender: a method of the same client, or the runtime's own `fetch`. */
  by: OperationName | "plain fetch";
  reply: Reply;
  /** The number of simultaneous requests. Default 1. */
  times?: number;
}

export type Differences = Partial<Record<Runtime, Expected>>;

/** An address of the rig. */
export type RigTarget =
  | "rig"
  | "http2"
  | "closed port"
  | "unknown name"
  | "untrusted certificate"
  | "not TLS"
  | "silent port";

export interface Theme {
  title: string;
  faults: Fault[];
}

/**
 * Returns whether a fault must be played alone: other faults must not reuse the connections that it leaves open, or
 * exceed their time limit because of its megabytes.
 */
export function isPlayedAlone({ before, replies, formBytes }: Omit<Fault, "expected">): boolean {
  return formBytes !== undefined || [before?.reply, ...replies].some((reply) => reply?.keepAlive);
}

export function fault(name: string, replies: Reply[], expected: Expected, change: Partial<Fault> = {}): Fault {
  return { name, replies, expected, ...change };
}

export function expectedOn({ differs, expected }: Fault, runtime: Runtime): Expected {
  return differs?.[runtime] ?? expected;
}

export function succeeds(attempts = 1, executed = 1): Expected {
  return { result: "succeeded", attempts, executed };
}

/** Returns the expected result if the runtime proves that nothing was sent. */
export function notSent(result: string, attempts = 3): Expected {
  return { result, attempts, outcome: "not-sent", executed: 0 };
}

/** Returns the expected result if the client cannot know whether the request was executed; the rig knows. */
export function unknown(result: string, executed: number, attempts = 1): Expected {
  return { result, attempts, outcome: "unknown", executed };
}

/** Returns the differences of runtimes that all have this result. */
export function only(names: readonly Runtime[], expected: Expected): Differences {
  return Object.fromEntries(names.map((name) => [name, expected]));
}
