import { setTimeout as wait } from "node:timers/promises";
import type { Runtime } from "../fault.ts";
import { THEMES } from "../faults/themes.ts";
import { startRig } from "../rig/rig.ts";
import { findMismatch } from "../run/find-mismatch.ts";
import type { ObservedFault } from "../run/run-fault.ts";
import { bundleAgent } from "./bundle-agent.ts";
import { installRuntime } from "./install-runtime.ts";
import { LAUNCHERS } from "./launchers.ts";

export interface RuntimeResult {
  observed: ObservedFault[];
  /** What is not as expected, in words. */
  mismatches: string[];
}

const REPORTS_WITHIN_MS = 240_000;

const tooLate = async (runtime: Runtime): Promise<never> => {
  await wait(REPORTS_WITHIN_MS, undefined, { ref: false });
  throw new Error(`${runtime} did not report within ${REPORTS_WITHIN_MS / 1000} s`);
};

/** Installs a runtime if need be, plays every fault in it and compares with what is expected there. */
export const playInRuntime = async (runtime: Runtime, log: (line: string) => void): Promise<RuntimeResult> => {
  const folder = await installRuntime(runtime, log);
  const pageScript = runtime === "chromium" ? await bundleAgent("page") : "";
  await using rig = await startRig({ pageScript });
  const { observed, unhandled } = await Promise.race([LAUNCHERS[runtime](rig, folder), tooLate(runtime)]);
  const faults = THEMES.flatMap((theme) => theme.faults);
  const mismatches = faults.flatMap((fault, index) => {
    const seen = observed[index];
    return (seen ? findMismatch(fault, seen, runtime) : `${fault.name}: not played`) ?? [];
  });
  return {
    observed,
    mismatches: [
      ...mismatches,
      ...unhandled.map((reason) => `unhandled: ${reason}`),
      ...rig.ledger.strays.map((stray) => `a request that no run ordered: ${stray}`),
    ],
  };
};
