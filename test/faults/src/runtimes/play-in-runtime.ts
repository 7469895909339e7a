import { setTimeout as wait } from "node:timers/promises";
import { playInstalledCompanies } from "../company/play-installed-companies.ts";
import type { ObservedFault, Runtime } from "../fault.ts";
import { faultsIn } from "../faults/themes.ts";
import type { RigReport } from "../rig/protocol.ts";
import { type Rig, startRig } from "../rig/rig.ts";
import { findMismatch } from "../run/find-mismatch.ts";
import { bundleAgent } from "./bundle-agent.ts";
import { findBinary, installRuntime } from "./install-runtime.ts";
import { launchInChromium } from "./launch-in-chromium.ts";
import { launchInProcess } from "./launch-in-process.ts";
import { launchInWorkerd } from "./launch-in-workerd.ts";

export interface RuntimeResult {
  observed: ObservedFault[];
  /** The deviations from the expected results, in words. */
  mismatches: string[];
}

/** The functions that play every fault in a runtime, which is installed in a folder. */
const launchers: Record<Runtime, (rig: Rig, folder: string) => Promise<RigReport>> = {
  node20: launchInProcess("node"),
  node22: launchInProcess("node"),
  node24: launchInProcess("node"),
  node26: launchInProcess("node"),
  bun: launchInProcess("bun"),
  deno: launchInProcess("deno", "run", "--quiet", "--no-config", "--allow-net"),
  workerd: launchInWorkerd,
  chromium: launchInChromium,
};

const reportsWithinMs = 240_000;

async function tooLate(runtime: Runtime): Promise<never> {
  await wait(reportsWithinMs, undefined, { ref: false });
  throw new Error(`${runtime} did not report within ${reportsWithinMs / 1000} s`);
}

/**
 * Installs a runtime if needed, plays every fault in it and compares the results with the expected ones. In Node, plays
 * creates beside libraries that change `fetch`, too.
 */
export async function playInRuntime(runtime: Runtime, log: (line: string) => void): Promise<RuntimeResult> {
  const folder = await installRuntime(runtime, log);
  const pageScript = runtime === "chromium" ? await bundleAgent("page") : "";
  await using rig = await startRig({ pageScript });
  const { observed, modelProblems, unhandled } = await Promise.race([
    launchers[runtime](rig, folder),
    tooLate(runtime),
  ]);
  const besideLibraries = runtime.startsWith("node")
    ? await playInstalledCompanies(rig, runtime, await findBinary(folder, "node"), log)
    : [];
  const mismatches = faultsIn(runtime).flatMap((fault, index) => {
    const seen = observed[index];
    return (seen ? findMismatch(fault, seen, runtime) : `${fault.name}: not played`) ?? [];
  });
  return {
    observed,
    mismatches: [
      ...mismatches,
      ...besideLibraries,
      ...modelProblems,
      ...unhandled.map((reason) => `unhandled: ${reason}`),
      ...rig.ledger.strays.map((stray) => `a request of no known run: ${stray}`),
    ],
  };
}
