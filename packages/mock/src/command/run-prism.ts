import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bundled spec, which the build copies next to the bundle. */
const spec = fileURLToPath(new URL("./openapi.json", import.meta.url));

/**
 * Runs Prism's command; resolves to its exit code, or as in a shell to 128 and the signal's number if a signal that this
 * process did not receive ended it.
 *
 * @param args arguments for Prism; `{spec}` is replaced by the path of the bundled spec
 * @param whenParentEnds calls back when Prism must end although no signal says so
 * @throws {Error} with the command that installs Prism, if neither the mock nor the current folder has it
 */
export async function runPrism(args: string[], whenParentEnds: (callback: () => void) => void): Promise<number> {
  const command = [findPrism(), ...args.map((arg) => (arg === "{spec}" ? spec : arg))];
  const child = spawn(process.execPath, command, { stdio: "inherit" });
  let isStopped = false;
  const stop = (signal: NodeJS.Signals) => {
    isStopped = true;
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  whenParentEnds(() => stop("SIGTERM"));
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  if (signal === null) return code ?? 0;
  if (isStopped) return 0;
  process.stderr.write(`error: Prism was ended by ${signal}.\n`);
  return 128 + constants.signals[signal];
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
