import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles the client, the faults and the agent into one script without imports. */
export const bundleAgent = async (entry: "process" | "page" | "worker"): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./agent-in-${entry}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: entry === "page" ? "iife" : "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
};
