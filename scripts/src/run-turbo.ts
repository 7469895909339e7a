import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { repository } from "./repository.ts";

/**
 * Runs Turborepo in the repository with its output in this terminal.
 *
 * @param signal Ends the run and its tasks when aborted.
 * @returns The exit code; 1 where the run was ended by a signal.
 */
export async function runTurbo(args: string[], signal?: AbortSignal): Promise<number> {
  signal?.throwIfAborted();
  const turbo = spawn(process.execPath, [fileURLToPath(import.meta.resolve("turbo/bin/turbo")), "run", ...args], {
    cwd: repository,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: "inherit",
  });
  const stop = () => turbo.kill("SIGTERM");
  signal?.addEventListener("abort", stop);
  const [code] = await once(turbo, "exit");
  signal?.removeEventListener("abort", stop);
  return code ?? 1;
}
