import type { Reply } from "./reply.ts";

export const RUNTIMES = ["node20", "node22", "node24", "node26", "bun", "deno", "workerd", "chromium"] as const;
export type Runtime = (typeof RUNTIMES)[number];

/** The Node that runs this; a version without a column of its own is compared with Node 24. */
export const nodeAtHand = (version: string): Runtime =>
  RUNTIMES.find((runtime) => runtime === `node${version.split(".")[0]}`) ?? "node24";

export type Outcome = "not-sent" | "rejected" | "unknown";

/** What a caller of the client can tell, and what the rig remembers. */
export interface Expected {
  /** `created`, `answered` (a call through `http`), `aborted`, or the name of the error. */
  result: string;
  /** Attempts of the client; a redirect hop is none. */
  tries: number;
  outcome?: Outcome;
  /** How many runs the rig created. */
  executed: number;
  /** The origin that the first request must go to. */
  asksFirst?: string;
  /** Rules of every fault that are broken here, where a runtime leaves no choice. */
  problems?: string[];
}

export interface Fault {
  name: string;
  /** What the rig does with the first, second … request; afterwards it creates the run each time it is asked. */
  replies: Reply[];
  /** The last reply is given again and again. */
  repeats?: boolean;
  /** Where the client is pointed: an https origin whose name is mapped to the rig, or one of the rig's addresses. */
  target?: Target;
  /** `POST` is `createTestRun`; others go through `http`. Default `POST`. */
  method?: "POST" | "GET";
  options?: { timeout?: number; maxRetries?: number; trustedHosts?: string[]; headers?: Record<string, string> };
  abort?: "before the call" | "in flight" | "in back-off";
  /** First another run is created by the same client, answered like this. */
  before?: Reply;
  /** Hosts that may be asked and may see the key. Default: `testsigma.com` and the target's own. */
  mayBeAsked?: string[];
  /** The least that the client must wait before its second attempt. */
  leastWaitMs?: number;
  expected: Expected;
  /** Where a runtime makes another result unavoidable. */
  differs?: Partial<Record<Runtime, Expected>>;
}

export type Target = `https://${string}` | "rig" | "closed port" | "untrusted certificate" | "not TLS" | "silent port";

export interface Theme {
  title: string;
  faults: Fault[];
}

export const expectedOn = (fault: Fault, runtime: Runtime): Expected => fault.differs?.[runtime] ?? fault.expected;

export const succeeds = (tries = 1): Expected => ({ result: "created", tries, executed: 1 });

/** The answer proves that nothing was created. */
export const rejected = (result: string, tries = 1): Expected => ({ result, tries, outcome: "rejected", executed: 0 });

/** The runtime proves that nothing was sent. */
export const notSent = (result: string, tries = 3): Expected => ({ result, tries, outcome: "not-sent", executed: 0 });

/** Nothing proves whether the run exists; `executed` is what the rig knows and the client cannot. */
export const unknown = (result: string, executed: 0 | 1, tries = 1): Expected => ({
  result,
  tries,
  outcome: "unknown",
  executed,
});

/** Deno, Bun and workerd, where they differ from Node and Chromium. */
export const outsideNodeAndChromium = (expected: Expected): Partial<Record<Runtime, Expected>> => ({
  bun: expected,
  deno: expected,
  workerd: expected,
});

/** Runtimes whose errors do not say whether anything was sent. */
export const whereErrorsAreMute = (expected: Expected): Partial<Record<Runtime, Expected>> => ({
  workerd: expected,
  chromium: expected,
});

/** Browsers hide the target of a redirect, and its status. */
export const redirectIsHidden: Partial<Record<Runtime, Expected>> = { chromium: unknown("RedirectError", 0) };
