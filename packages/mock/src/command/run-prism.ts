import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bundled spec, which the build copies beside the bundle. */
const spec = fileURLToPath(new URL("./openapi.json", import.meta.url));

/**
 * Runs Prism's command; resolves to its exit code.
 *
 * @param args arguments for Prism; `{spec}` is replaced by the path of the bundled spec
 * @throws {Error} with the command that installs Prism, if neither the mock nor the current folder has it
 */
export async function runPrism(args: string[]): Promise<number> {
  const command = [findPrism(), ...args.map((arg) => (arg === "{spec}" ? spec : arg))];
  const child = spawn(process.execPath, command, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "exit");
  return code ?? 0;
}

function findPrism(): string {
  for (const origin of [import.meta.url, join(process.cwd(), "package.json")]) {
    try {
      return createRequire(origin).resolve("@stoplight/prism-cli");
    } catch {
      // Prism may be resolvable from the other location.
    }
  }
  throw new Error("Prism is not installed. Install it: npm install --save-dev @stoplight/prism-cli@5");
}
