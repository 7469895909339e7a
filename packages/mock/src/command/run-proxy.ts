import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundledSpec } from "../document/read-document.js";

/**
 * Hands over to the proxy of Prism's command; resolves to its exit code.
 *
 * @throws {Error} with the command that installs Prism, where neither the mock nor the current folder has it
 */
export async function runProxy(args: string[]): Promise<number> {
  const child = spawn(process.execPath, [findPrism(), "proxy", bundledSpec(), ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "exit");
  return code ?? 0;
}

function findPrism(): string {
  for (const origin of [import.meta.url, join(process.cwd(), "package.json")]) {
    try {
      return createRequire(origin).resolve("@stoplight/prism-cli");
    } catch {
      // It may be installed for the other.
    }
  }
  throw new Error("proxy needs Prism's command. Install it: npm install --save-dev @stoplight/prism-cli@5");
}
