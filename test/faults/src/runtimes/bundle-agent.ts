import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles the client, the faults and the agent into one script without imports. */
export async function bundleAgent(environment: "process" | "page" | "worker"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./agent.ts", import.meta.url))],
    define: { environment: JSON.stringify(environment) },
    bundle: true,
    write: false,
    format: environment === "page" ? "iife" : "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}
