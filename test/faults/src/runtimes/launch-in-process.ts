import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../fault.ts";
import type { RigReport } from "../rig/protocol.ts";
import type { Rig } from "../rig/rig.ts";
import { bundleAgent } from "./bundle-agent.ts";
import { findBinary } from "./install-runtime.ts";
import { startRuntime } from "./start-runtime.ts";

const endsWithinMs = 10_000;

/**
 * Plays the faults in a process that reports and must then end by itself: an open timer or socket of the client would
 * keep it alive.
 */
export function launchInProcess(packageName: string, ...args: string[]) {
  return async (rig: Rig, folder: string, runtime: Runtime): Promise<RigReport> => {
    const script = join(folder, "agent.mjs");
    await writeFile(script, await bundleAgent(runtime));
    const reported = rig.nextReport();
    const started = startRuntime(await findBinary(folder, packageName), [...args, script, rig.addresses.control]);
    try {
      const report = await started.orFail(reported);
      const code = await started.exitCode(endsWithinMs);
      if (code !== 0)
        report.unhandled.push(`the process did not end by itself with code 0: ${code ?? "it still runs"}`);
      return report;
    } finally {
      started.end();
    }
  };
}
