import { createClient } from "@testsigma-tms/client";
import { nodeAtHand } from "../fault.ts";
import { THEMES } from "../faults/themes.ts";
import { startRig } from "../rig/rig.ts";
import { findMismatch } from "../run/find-mismatch.ts";
import { runAll } from "../run/run-all.ts";
import { renderMatrix } from "./render-matrix.ts";

const AT_ONCE = 24;

/** Plays every fault on this Node; resolves with the matrix as Markdown and with what is not as expected. */
export const playMatrix = async (): Promise<{ matrix: string; mismatches: string[] }> => {
  const runtime = nodeAtHand(process.versions.node);
  const faults = THEMES.flatMap((theme) => theme.faults);
  await using rig = await startRig();
  const observed = await runAll(faults, rig.addresses, createClient, AT_ONCE);
  const mismatches = faults.flatMap((fault, index) => {
    const seen = observed[index];
    return (seen && findMismatch(fault, seen, runtime)) ?? [];
  });
  return { matrix: renderMatrix(THEMES, observed), mismatches };
};
