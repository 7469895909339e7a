import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { bundledSpec } from "./load-document.js";

/** Hands over to the proxy of Prism's command; resolves to its exit code. */
export async function runProxy(args: string[]): Promise<number> {
  const prism = createRequire(import.meta.url).resolve("@stoplight/prism-cli");
  const child = spawn(process.execPath, [prism, "proxy", bundledSpec(), ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "exit");
  return code ?? 0;
}
