import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

const printMemory = "process.on('exit', () => process.stderr.write('KB ' + process.resourceUsage().maxRSS))";

/** Runs the command as a process; the time includes the start of Node. */
export async function runReport(
  command: string,
  args: readonly string[],
  { cwd, baseUrl }: { cwd: string; baseUrl: string },
): Promise<{ seconds: number; megabytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", `data:text/javascript,${printMemory}`, command, ...args], {
    cwd,
    env: { PATH: process.env.PATH, TESTSIGMA_API_KEY: "any", TESTSIGMA_PROJECT: "DEMO", TESTSIGMA_BASE_URL: baseUrl },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [error] = await Promise.all([text(child.stderr), once(child, "exit")]);
  const seconds = (performance.now() - start) / 1000;
  if (child.exitCode !== 0) throw new Error(`exit code ${child.exitCode}:\n${error}`);
  return { seconds, megabytes: Math.round(Number(/KB (\d+)/.exec(error)?.[1]) / 1024) };
}
