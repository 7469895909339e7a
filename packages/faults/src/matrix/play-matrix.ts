import { createClient } from "@testsigma-tms/client";
import { type Fault, nodeAtHand } from "../fault.ts";
import { themes } from "../faults/themes.ts";
import { startRig } from "../rig/rig.ts";
import { trustCertificate } from "../rig/trust-certificate.ts";
import { findMismatch } from "../run/find-mismatch.ts";
import { runAll } from "../run/run-all.ts";
import { renderMatrix } from "./render-matrix.ts";

export interface PlayedMatrix {
  /** The text of `MATRIX.md`. */
  matrix: string;
  /** How many faults were played. */
  count: number;
  /** What is not as expected, in words. */
  mismatches: Map<Fault, string>;
}

const parallelFaults = 24;

/** Plays every fault on this Node. */
export async function playMatrix(): Promise<PlayedMatrix> {
  const runtime = nodeAtHand(process.versions.node);
  const faults = themes.flatMap((theme) => theme.faults);
  await using rig = await startRig();
  trustCertificate(rig);
  const observed = await runAll(faults, rig.addresses, createClient, parallelFaults);
  const mismatches = new Map<Fault, string>();
  for (const [index, fault] of faults.entries()) {
    const seen = observed[index];
    const mismatch = seen ? findMismatch(fault, seen, runtime) : `${fault.name}: not played`;
    if (mismatch) mismatches.set(fault, mismatch);
  }
  const head = "# The client under faults\n\nWritten by `pnpm faults --write`; do not edit.\n\n";
  return { matrix: head + renderMatrix(themes, observed), count: faults.length, mismatches };
}
