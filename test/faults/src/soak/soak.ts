import fc from "fast-check";
import type { Fault, ObservedFault } from "../fault.ts";
import { documentedHost } from "../faults/redirects/hosts.ts";
import { startRig } from "../rig/rig.ts";
import { createPlayedClient } from "../run/create-played-client.ts";
import { runAll } from "../run/run-all.ts";
import { arbitraryReplies, namedLocations } from "./arbitrary-replies.ts";

export interface SoakOptions {
  seed: number;
  creates: number;
  parallel: number;
}

/** The callers' results, with the number of calls and of executions in the rig. */
export type SoakResult = Record<string, { calls: number; executed: number }>;

type Drawn = Omit<Fault, "expected">;

const aborts = ["before the call", "in flight", "in back-off"] as const;
const base = { name: "soak", options: { timeout: 2_000 } };

/** Generates the fault of one create; a few are aborted or find no server. */
const creations = fc.oneof(
  { weight: 47, arbitrary: ofHost({}) },
  { weight: 2, arbitrary: fc.constantFrom(...aborts).chain((abort) => ofHost({ abort })) },
  { weight: 1, arbitrary: fc.constant<Drawn>({ ...base, target: "closed port", replies: [] }) },
);

function ofHost(change: Partial<Fault>): fc.Arbitrary<Drawn> {
  return arbitraryReplies(namedLocations).map((replies) => ({ ...base, target: documentedHost, replies, ...change }));
}

/** Creates runs in parallel through random faults, and compares what callers saw with what the rig executed. */
export async function soak({ seed, creates, parallel }: SoakOptions) {
  await using rig = await startRig();
  const faults = fc.sample(creations, { seed, numRuns: creates });
  const observed = await runAll(faults, rig.addresses, createPlayedClient, parallel);
  // What was still under way may be executed only now.
  await rig.quiet();
  const executedLate = ({ id, outcome = "unknown", result }: ObservedFault): string[] => {
    const executed = rig.ledger.find(id)?.record.executed ?? 0;
    const isOpen = outcome === "unknown" || result === "succeeded";
    return executed > (isOpen ? 1 : 0) ? [`executed ${executed} times in the end, and reported as ${outcome}`] : [];
  };
  const results: SoakResult = {};
  for (const [name, group] of Map.groupBy(observed, ({ outcome, result }) => outcome ?? result)) {
    results[name] = { calls: group.length, executed: group.reduce((sum, { executed }) => sum + executed, 0) };
  }
  return { results, problems: observed.flatMap((each) => [...each.problems, ...executedLate(each)]) };
}
