import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { repository } from "@testsigma-tms/support/repository";
import { Report } from "../measure/report.ts";

/** The commands of a newcomer, in order; each builds on the results of those before it. */
const steps = [
  ["`git clone`, from this disk", `git clone --quiet '${repository}' .`],
  ["`pnpm install`, from a filled store", "npx -y pnpm@12 install"],
  ["`pnpm build`", "npx -y pnpm@12 build"],
  ["`pnpm test --force`: builds everything again, then tests it", "npx -y pnpm@12 test --force"],
  ["`pnpm test`, everything from the cache", "npx -y pnpm@12 test"],
] as const;

/** Measures the commands from clone to tests in a temporary clone of the last commit, and the tests of single packages. */
export async function measurePipeline({ packages, write }: { packages: string[]; write: boolean }): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-pipeline-"));
  const measure = async (title: string, command: string) => {
    console.error(`${title} …`);
    return [title, ...(await timeCommand(command, folder.path))];
  };
  const report = new Report(
    "From the clone to the tests",
    "`pnpm bench pipeline`: the time that each command takes, and the time that all processors together spend on it, in a " +
      "clone of what was committed last.",
  );
  const rows: string[][] = [];
  for (const [title, command] of steps) rows.push(await measure(title, command));
  for (const name of packages) {
    const test = `npx -y pnpm@12 exec turbo run test --only --force --filter=@testsigma-tms/${name}`;
    rows.push(await measure(`the tests of ${name} alone`, test));
  }
  report.table("Each command, once", [["Command", "wall: s", "CPU: s"], ...rows]);
  report.machine({});
  await report.print(write ? "PIPELINE.md" : undefined);
}

/** Returns the wall time and the CPU time of a command and all processes that it starts, which Node cannot measure. */
async function timeCommand(command: string, cwd: string): Promise<string[]> {
  const script = `TIMEFORMAT="%R %U %S"; time (${command})`;
  const bash = spawn("bash", ["-c", script], { cwd, env: userEnvironment(), stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [exitCode]] = await Promise.all([text(bash.stdout), text(bash.stderr), once(bash, "close")]);
  if (exitCode !== 0) throw new Error(`${command} exited with ${exitCode}:\n${stdout}${stderr}`);
  const [wall, user, system] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return [wall, Number(user) + Number(system)].map((seconds) => Number(seconds).toFixed(1));
}

/** Returns the environment without pnpm's script variables, which would break the clone's install and set our Node. */
function userEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name));
  const folders = (process.env.PATH ?? "").split(delimiter).filter((path) => !path.includes("node_modules"));
  return { ...Object.fromEntries(own), PATH: folders.join(delimiter) };
}
