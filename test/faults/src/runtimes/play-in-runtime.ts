import { setTimeout as wait } from "node:timers/promises";
import type { ObservedFault, Runtime } from "../fault.ts";
import { faultsIn } from "../faults/themes.ts";
import { startRig } from "../rig/rig.ts";
import { findMismatch } from "../run/find-mismatch.ts";
import { bundleAgent } from "./bundle-agent.ts";
import { installRuntime } from "./install-runtime.ts";
import { launchers } from "./launchers.ts";

export interface RuntimeResult {
  observed: ObservedFault[];
  /** The deviations from the expected results, in words. */
  mismatches: string[];
}

const reportsWithinMs = 240_000;

async function tooLate(runtime: Runtime): Promise<never> {
  await wait(reportsWithinMs, undefined, { ref: false });
  throw new Error(`${runtime} did not report within ${reportsWithinMs / 1000} s`);
}

/** Installs a runtime if needed, plays every fault in it and compares the results with the expected ones. */
export async function playInRuntime(runtime: Runtime, log: (line: string) => void): Promise<RuntimeResult> {
  const folder = await installRuntime(runtime, log);
  const pageScript = runtime === "chromium" ? await bundleAgent("page") : "";
  await using rig = await startRig({ pageScript });
  const { observed, modelProblems, unhandled } = await Promise.race([
    launchers[runtime](rig, folder),
    tooLate(runtime),
  ]);
  const mismatches = faultsIn(runtime).flatMap((fault, index) => {
    const seen = observed[index];
    return (seen ? findMismatch(fault, seen, runtime) : `${fault.name}: not played`) ?? [];
  });
  return {
    observed,
    mismatches: [
      ...mismatches,
      ...modelProblems,
      ...unhandled.map((reason) => `unhandled: ${reason}`),
      ...rig.ledger.strays.map((stray) => `a request of no known run: ${stray}`),
    ],
  };
}
