import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export interface CommandTime {
  wallSeconds: number;
  /** The CPU time of all its processes on all processors, in user and kernel mode. */
  cpuSeconds: number;
}

/** A script that prints both times: Node knows only the CPU time of its own process. */
const script = 'TIMEFORMAT="%R %U %S"; time "$@"';

/** Runs a command to its end and measures it. If it fails, rejects with its output. */
export async function timeCommand(
  program: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<CommandTime> {
  const bash = spawn("bash", ["-c", script, "bash", program, ...args], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [exitCode]] = await Promise.all([text(bash.stdout), text(bash.stderr), once(bash, "close")]);
  if (exitCode !== 0) throw new Error(`${program} ${args.join(" ")} exited with ${exitCode}:\n${stdout}${stderr}`);
  const [wallSeconds = Number.NaN, user = 0, system = 0] = (stderr.trim().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  return { wallSeconds, cpuSeconds: user + system };
}
