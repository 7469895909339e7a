import type { Outcome } from "../fault.ts";
import type { ScriptedRun } from "../rig/ledger.ts";

/** The result that a caller saw: success, the outcome of the error, or `raw` for an error that is not the client's. */
export type SoakOutcome = "created" | Outcome | "aborted" | "hangs" | "raw";

export interface SoakedRun {
  result: SoakOutcome;
  run: ScriptedRun;
}

/** The number of times that callers saw each result, and the executions of the rig. */
export interface SoakResult extends Record<SoakOutcome, number> {
  /** The creates that were executed although the caller saw `unknown` or `aborted`. */
  executedWhenOpen: number;
  /** The creates that the rig executed; must equal `created` plus `executedWhenOpen`. */
  executed: number;
  /** The creates that were executed more than once. */
  duplicates: number;
  /** The creates that were executed but reported as not executed, or reported as created without being executed. */
  lost: number;
  /** The requests that carried the key to an untrusted host. */
  leaks: number;
  unhandledRejections: number;
}

function isTrusted(origin: string): boolean {
  return /^https:\/\/([\w-]+\.)*testsigma\.com$/.test(origin);
}

/** Compares what callers saw with what the rig executed. */
export function countSoak(played: SoakedRun[]): Omit<SoakResult, "unhandledRejections"> {
  const count = (matches: (result: SoakOutcome, executed: number) => boolean): number =>
    played.filter(({ result, run }) => matches(result, run.record.executed)).length;
  const countResult = (wanted: SoakOutcome): number => count((result) => result === wanted);
  const isOpen = (result: SoakOutcome): boolean => result === "unknown" || result === "aborted";
  const arrivals = played.flatMap(({ run }) => run.record.arrivals);
  return {
    created: countResult("created"),
    "not-sent": countResult("not-sent"),
    rejected: countResult("rejected"),
    unknown: countResult("unknown"),
    aborted: countResult("aborted"),
    executedWhenOpen: count((result, executed) => isOpen(result) && executed > 0),
    executed: played.reduce((sum, { run }) => sum + run.record.executed, 0),
    duplicates: count((_, executed) => executed > 1),
    lost: count((result, executed) => (result === "created" ? executed === 0 : !isOpen(result) && executed > 0)),
    hangs: countResult("hangs"),
    raw: countResult("raw"),
    leaks: arrivals.filter(({ origin, hadKey }) => hadKey && !isTrusted(origin)).length,
  };
}

/** Returns descriptions of the results that must not occur. */
export function soakProblems(result: SoakResult): string[] {
  const zero = ["duplicates", "lost", "hangs", "raw", "leaks", "unhandledRejections"] as const;
  const problems = zero.filter((name) => result[name] > 0).map((name) => `${name}: ${result[name]}`);
  const reported = result.created + result.executedWhenOpen;
  if (result.executed !== reported)
    problems.push(`executed ${result.executed}, but the reports account for ${reported}`);
  return problems;
}
