import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Runtime } from "../fault.ts";

/** Bundles the client, the faults and the agent for a runtime into one script without imports. */
export async function bundleAgent(runtime: Runtime): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./agent.ts", import.meta.url))],
    define: { runtime: JSON.stringify(runtime) },
    bundle: true,
    write: false,
    format: runtime === "chromium" ? "iife" : "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}
