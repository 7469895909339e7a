import type { Runtime } from "../fault.ts";
import type { Launch } from "./launch.ts";
import { launchInChromium } from "./launch-in-chromium.ts";
import { launchInProcess } from "./launch-in-process.ts";
import { launchInWorkerd } from "./launch-in-workerd.ts";

export const launchers: Record<Runtime, Launch> = {
  node20: launchInProcess("node"),
  node22: launchInProcess("node"),
  node24: launchInProcess("node"),
  node26: launchInProcess("node"),
  bun: launchInProcess("bun"),
  deno: launchInProcess("deno", "run", "--quiet", "--no-config", "--allow-net"),
  workerd: launchInWorkerd,
  chromium: launchInChromium,
};
