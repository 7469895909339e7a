import { type Fault, nodeAtHand, type ObservedFault } from "../fault.ts";
import { themes } from "../faults/themes.ts";
import { startRig } from "../rig/rig.ts";
import { trustCertificate } from "../rig/trust-certificate.ts";
import { createPlayedClient } from "../run/create-played-client.ts";
import { findMismatch } from "../run/find-mismatch.ts";
import { runAll } from "../run/run-all.ts";
import { renderMatrix } from "./render-matrix.ts";

export interface PlayedMatrix {
  /** The text of `MATRIX.md`. */
  matrix: string;
  /** The number of faults that were played. */
  count: number;
  /** The deviations from the expected results, in words. */
  mismatches: Map<Fault, string>;
}

/** The number of rigs that play at the same time: on each of them, some faults are played one after the other. */
const rigs = 4;
/** The number of faults that a rig plays at the same time. */
const parallelFaults = 24;

/** Plays every fault on this version of Node. */
export async function playMatrix(): Promise<PlayedMatrix> {
  const runtime = nodeAtHand();
  const faults = themes.flatMap((theme) => theme.faults);
  const observed: ObservedFault[] = [];
  const playShare = async (first: number): Promise<void> => {
    await using rig = await startRig();
    trustCertificate(rig);
    const share = [...faults.entries()].filter(([index]) => index % rigs === first);
    const results = await runAll(
      share.map(([, fault]) => fault),
      rig.addresses,
      createPlayedClient,
      parallelFaults,
    );
    for (const [position, result] of results.entries()) observed[first + position * rigs] = result;
  };
  await Promise.all(Array.from({ length: rigs }, (_, first) => playShare(first)));
  const mismatches = new Map<Fault, string>();
  for (const [index, fault] of faults.entries()) {
    const seen = observed[index];
    const mismatch = seen ? findMismatch(fault, seen, runtime) : `${fault.name}: not played`;
    if (mismatch) mismatches.set(fault, mismatch);
  }
  const head = "# The client under faults\n\nWritten by `pnpm faults --write`; do not edit.\n\n";
  return { matrix: head + renderMatrix(themes, observed), count: faults.length, mismatches };
}
