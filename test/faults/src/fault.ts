import type { OperationName } from "./operations.ts";
import type { Reply } from "./reply.ts";

export const runtimes = ["node20", "node22", "node24", "node26", "bun", "deno", "workerd", "chromium"] as const;
export type Runtime = (typeof runtimes)[number];

/** The Node that runs this; a version without a column of its own is compared with Node 24. */
export function nodeAtHand(version: string): Runtime {
  return runtimes.find((runtime) => runtime === `node${version.split(".")[0]}`) ?? "node24";
}

export type Outcome = "not-sent" | "rejected" | "unknown";

/** What a caller sees, and what the rig remembers. */
export interface Expected {
  /** `succeeded`, `aborted`, or the name of the error. */
  result: string;
  /** Attempts of the client; a redirect hop does not count. */
  attempts: number;
  outcome?: Outcome;
  /** How often the rig executed the request. */
  executed: number;
  /** The origin that must get the first request. */
  firstOrigin?: string;
  /** Rules of every fault that are broken here, where a runtime leaves no choice. */
  problems?: string[];
}

/** A fault after it was played. */
export interface ObservedFault extends Expected {
  name: string;
  /** The origins that the client sent requests to, in order. */
  origins: string[];
  /** Which rules that hold for every fault were broken. */
  problems: string[];
  /** The error's message. */
  message?: string;
}

export interface Fault {
  name: string;
  /** What the rig does with the first, second … request; afterwards it executes each further request. */
  replies: Reply[];
  /** The last reply is given again and again. */
  repeats?: boolean;
  /** Where the client is pointed: an https origin whose name is mapped to the rig, or one of the rig's addresses. */
  target?: Target;
  /** Default `createTestRun`. */
  operation?: OperationName;
  /** The least size of a form. */
  formBytes?: number;
  options?: { timeout?: number; maxRetries?: number; trustedHosts?: string[]; headers?: Record<string, string> };
  abort?: "before the call" | "in flight" | "in back-off";
  /** Other requests, sent before this one. */
  before?: EarlierRequest;
  /** Hosts that may get the request and the key. Default: `testsigma.com` and the target's own. */
  allowedHosts?: string[];
  /** The least that the client must wait before its second attempt. */
  minimumWaitMs?: number;
  expected: Expected;
  /** Where a runtime makes another result unavoidable. */
  differs?: Differences;
  /** Where it cannot be played. */
  notIn?: Runtime[];
}

/** A request that came before, and may have left its connection open. */
export interface EarlierRequest {
  /** A method of the same client, or the runtime's own `fetch`. */
  by: OperationName | "plain fetch";
  reply: Reply;
  /** How many at once. Default 1. */
  times?: number;
}

/** Another result in some runtimes. */
export type Differences = Partial<Record<Runtime, Expected>>;

export type Target =
  | `https://${string}`
  | "rig"
  | "http2"
  | "closed port"
  | "untrusted certificate"
  | "not TLS"
  | "silent port";

export interface Theme {
  title: string;
  /** Its table has a column for each operation. */
  byOperation?: boolean;
  faults: Fault[];
}

/** No other fault is to find the connections that this one leaves open, or to run into its time limit behind its megabytes. */
export function isPlayedAlone({ before, replies, formBytes }: Fault): boolean {
  const all = [before?.reply, ...replies];
  return (
    formBytes !== undefined || all.some((reply) => reply?.keepAlive || (reply?.body?.blanks ?? 0) > largeBodyBytes)
  );
}

const largeBodyBytes = 2 ** 20;

export function expectedOn(fault: Fault, runtime: Runtime): Expected {
  return fault.differs?.[runtime] ?? fault.expected;
}

export function succeeds(attempts = 1, executed = 1): Expected {
  return { result: "succeeded", attempts, executed };
}

/** The response proves that nothing was executed. */
export function rejected(result: string, attempts = 1): Expected {
  return { result, attempts, outcome: "rejected", executed: 0 };
}

/** The runtime proves that nothing was sent. */
export function notSent(result: string, attempts = 3): Expected {
  return { result, attempts, outcome: "not-sent", executed: 0 };
}

/** The client cannot know whether the request was executed; `executed` is what the rig knows. */
export function unknown(result: string, executed: number, attempts = 1): Expected {
  return { result, attempts, outcome: "unknown", executed };
}

/** Deno, Bun and workerd, where they differ from Node and Chromium. */
export function outsideNodeAndChromium(expected: Expected): Differences {
  return { bun: expected, deno: expected, workerd: expected };
}

/** In runtimes whose errors do not say whether anything was sent. */
export function inOpaqueErrorRuntimes(expected: Expected): Differences {
  return { workerd: expected, chromium: expected };
}

/** Browsers hide the target of a redirect, and its status. */
export const redirectIsHidden: Differences = { chromium: unknown("RedirectError", 0) };
