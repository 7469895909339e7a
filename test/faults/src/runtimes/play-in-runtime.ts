import { setTimeout as wait } from "node:timers/promises";
import { launchChromium } from "@testsigma-tms/scripts/launch-chromium";
import type { Runtime } from "../fault.ts";
import { faultsIn } from "../faults/themes.ts";
import type { RigReport } from "../rig/protocol.ts";
import { type Rig, startRig } from "../rig/rig.ts";
import { findMismatch } from "../run/find-mismatch.ts";
import { bundleAgent } from "./bundle-agent.ts";
import { installRuntime } from "./install-runtime.ts";
import { launchInProcess } from "./launch-in-process.ts";
import { launchInWorkerd } from "./launch-in-workerd.ts";

/** The functions that play every fault in a runtime, which is installed in a folder. */
const launchers: Record<Runtime, (rig: Rig, folder: string, runtime: Runtime) => Promise<RigReport>> = {
  node20: launchInProcess("node"),
  node22: launchInProcess("node"),
  node24: launchInProcess("node"),
  node26: launchInProcess("node"),
  bun: launchInProcess("bun"),
  deno: launchInProcess(
    "deno",
    "run",
    "--quiet",
    "--no-config",
    "--allow-net",
    "--unsafely-ignore-certificate-errors=127.0.0.1",
  ),
  workerd: launchInWorkerd,
  chromium: launchInChromium,
};

const reportsWithinMs = 240_000;

async function tooLate(runtime: Runtime): Promise<never> {
  await wait(reportsWithinMs, undefined, { ref: false });
  throw new Error(`${runtime} did not report within ${reportsWithinMs / 1000} s`);
}

/** Installs a runtime if needed, plays every fault in it, and returns how the results deviate from the expected ones. */
export async function playInRuntime(runtime: Runtime, log: (line: string) => void) {
  const folder = await installRuntime(runtime, log);
  const pageScript = runtime === "chromium" ? await bundleAgent(runtime) : "";
  await using rig = await startRig({ pageScript });
  const { observed, modelProblems, unhandled } = await Promise.race([
    launchers[runtime](rig, folder, runtime),
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
      ...rig.ledger.strays.map((stray) => `a request of an unknown run: ${stray}`),
    ],
  };
}

/** Plays the faults in a page that the rig serves. */
async function launchInChromium(rig: Rig): Promise<RigReport> {
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const reported = rig.nextReport();
  await page.goto(`${rig.addresses.rig}/page#${rig.addresses.control}`);
  const report = await reported;
  return { ...report, unhandled: [...report.unhandled, ...errors] };
}
