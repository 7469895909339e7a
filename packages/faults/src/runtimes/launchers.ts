import type { Runtime } from "../fault.ts";
import type { RigReport } from "../rig/control.ts";
import type { Rig } from "../rig/rig.ts";
import { launchInChromium } from "./launch-in-chromium.ts";
import { launchInProcess } from "./launch-in-process.ts";
import { launchInWorkerd } from "./launch-in-workerd.ts";

/** Plays every fault in the runtime that is installed in the folder. */
export type Launch = (rig: Rig, folder: string) => Promise<RigReport>;

export const LAUNCHERS: Record<Runtime, Launch> = {
  node20: launchInProcess("node/bin/node"),
  node22: launchInProcess("node/bin/node"),
  node24: launchInProcess("node/bin/node"),
  node26: launchInProcess("node/bin/node"),
  bun: launchInProcess(".bin/bun"),
  deno: launchInProcess(".bin/deno", "run", "--quiet", "--no-config", "--allow-net"),
  workerd: launchInWorkerd,
  chromium: launchInChromium,
};
