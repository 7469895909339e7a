import type { Outcome } from "../fault.ts";
import type { ScriptedRun } from "../rig/ledger.ts";

/** What a caller was told: the outcome of the error, or that the call rejected with no error of the client. */
export type Told = "created" | Outcome | "aborted" | "hangs" | "raw";

/** How many creates were told what, and what the rig knows of them. */
export interface SoakResult extends Record<Told, number> {
  /** Of those told `unknown` or `aborted`. */
  executedUnawares: number;
  /** By the rig: equal to `created` plus `executedUnawares` when all is well. */
  executed: number;
  /** Executed more than once. */
  duplicates: number;
  /** Executed but reported as not executed, or reported as created without being so. */
  lost: number;
  /** Requests that carried the key to a host that nobody trusts. */
  leaks: number;
  unhandledRejections: number;
}

const isTrusted = (origin: string): boolean => /^https:\/\/([\w-]+\.)*testsigma\.com$/.test(origin);

/** Compares what the callers were told with what the rig executed. */
export const countSoak = (played: { told: Told; run: ScriptedRun }[]): Omit<SoakResult, "unhandledRejections"> => {
  const count = (holds: (told: Told, executed: number) => boolean): number =>
    played.filter(({ told, run }) => holds(told, run.record.executed)).length;
  const told = (what: Told): number => count((given) => given === what);
  const isOpen = (given: Told): boolean => given === "unknown" || given === "aborted";
  const arrivals = played.flatMap(({ run }) => run.record.arrivals);
  return {
    created: told("created"),
    "not-sent": told("not-sent"),
    rejected: told("rejected"),
    unknown: told("unknown"),
    aborted: told("aborted"),
    executedUnawares: count((given, executed) => isOpen(given) && executed > 0),
    executed: played.reduce((sum, { run }) => sum + run.record.executed, 0),
    duplicates: count((_, executed) => executed > 1),
    lost: count((given, executed) => (given === "created" ? executed === 0 : !isOpen(given) && executed > 0)),
    hangs: told("hangs"),
    raw: told("raw"),
    leaks: arrivals.filter(({ origin, hadKey }) => hadKey && !isTrusted(origin)).length,
  };
};

/** What must not have happened, in words. */
export const soakProblems = (result: SoakResult): string[] => {
  const zero = ["duplicates", "lost", "hangs", "raw", "leaks", "unhandledRejections"] as const;
  const problems = zero.filter((name) => result[name] > 0).map((name) => `${name}: ${result[name]}`);
  const told = result.created + result.executedUnawares;
  if (result.executed !== told) problems.push(`executed ${result.executed}, but the reports account for ${told}`);
  return problems;
};
