import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { Report } from "../measure/report.ts";
import { timeCommand } from "./time-command.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** The commands of a newcomer, in order; each builds on the results of those before it. */
const steps = [
  ["`git clone`, from this disk", "git", "clone", "--quiet", repository, "."],
  ["`pnpm install`, from a filled store", "npx", "-y", "pnpm@12", "install"],
  ["`pnpm build`", "npx", "-y", "pnpm@12", "build"],
  ["`pnpm test --force`: builds everything again, then tests it", "npx", "-y", "pnpm@12", "test", "--force"],
  ["`pnpm test`, everything from the cache", "npx", "-y", "pnpm@12", "test"],
] as const;

/** Measures the time of the commands from clone to tests, in a temporary clone of the last commit. */
export async function measurePipeline({ packages, write }: { packages: boolean; write: boolean }): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-pipeline-"));
  const env = userEnvironment();
  const measure = async (name: string, program: string, args: readonly string[]) => {
    console.error(`${name} …`);
    const { wallSeconds, cpuSeconds } = await timeCommand(program, args, { cwd: folder.path, env });
    return [name, wallSeconds.toFixed(1), cpuSeconds.toFixed(1)];
  };
  const report = new Report(
    "From the clone to the tests",
    "`pnpm bench pipeline`: the time that each command takes, and the time that all processors together spend on it, in a " +
      "clone of what was committed last.",
  );
  const heading = ["wall: s", "CPU: s"];
  const rows: string[][] = [];
  for (const [name, program, ...args] of steps) rows.push(await measure(name, program, args));
  report.table("Each command, once", [["Command", ...heading], ...rows]);
  if (packages) {
    const tests: string[][] = [];
    for (const name of await testedPackages(folder.path)) {
      const test = ["exec", "turbo", "run", "test", "--only", "--force", `--filter=${name}`];
      tests.push(await measure(name, "npx", ["-y", "pnpm@12", ...test]));
    }
    report.table("The tests of each package, alone", [["Package", ...heading], ...tests]);
  }
  const { stdout: commit } = await x("git", ["rev-parse", "--short", "HEAD"], { nodeOptions: { cwd: folder.path } });
  report.machine({ Commit: commit.trim() });
  await report.print(write ? "PIPELINE.md" : undefined);
}

async function testedPackages(cwd: string): Promise<string[]> {
  const { stdout } = await x("pnpm", ["--recursive", "list", "--depth=-1", "--json"], { nodeOptions: { cwd } });
  const packages: { name: string; path: string }[] = JSON.parse(stdout);
  const manifests = await Promise.all(
    packages.map(async ({ path }) => (await import(join(path, "package.json"), { with: { type: "json" } })).default),
  );
  return manifests.filter(({ scripts }) => scripts?.test?.startsWith("vitest")).map(({ name }) => name);
}

/** Returns the environment without pnpm's script variables, which would break the clone's install and set our Node. */
function userEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name));
  const folders = (process.env.PATH ?? "").split(delimiter).filter((path) => !path.includes("node_modules"));
  return { ...Object.fromEntries(own), PATH: folders.join(delimiter) };
}
