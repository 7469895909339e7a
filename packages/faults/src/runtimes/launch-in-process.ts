import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleAgent } from "./bundle-agent.ts";
import type { Launch } from "./launchers.ts";
import { RuntimeProcess } from "./runtime-process.ts";

const ENDS_WITHIN_MS = 10_000;

/** A process that reports and must then end by itself: an open timer or socket of the client would keep it. */
export const launchInProcess =
  (binary: string, ...args: string[]): Launch =>
  async (rig, folder) => {
    const script = join(folder, "agent.mjs");
    await writeFile(script, await bundleAgent("process"));
    const reported = rig.nextReport();
    const runtime = new RuntimeProcess(join(folder, "node_modules", binary), [...args, script, rig.addresses.control]);
    try {
      const report = await runtime.orFail(reported);
      const code = await runtime.exitCode(ENDS_WITHIN_MS);
      if (code !== 0) report.unhandled.push(`the process did not end well by itself: ${code ?? "it still runs"}`);
      return report;
    } finally {
      runtime.end();
    }
  };
