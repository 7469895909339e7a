import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";

interface Outcome {
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end in a folder, with extra environment variables. */
export async function run(
  command: string,
  args: string[],
  cwd?: string,
  env: Record<string, string> = {},
): Promise<Outcome> {
  const { exitCode, stdout, stderr } = await x(command, args, { nodeOptions: { env, ...(cwd && { cwd }) } });
  return { code: exitCode, stdout, stderr };
}

const home = fileURLToPath(new URL("../..", import.meta.url));
const pythons = [process.env.PYTHON ?? "", "python3", "/usr/bin/python3"].filter((name) => name !== "");
/** The command of the first Python that can import `requests`. */
const python = pythons.find((name) => runs(name, "-c", "import requests"));
const noPython = `None of ${pythons.join(", ")} can import requests. Install it (Debian: apt-get install python3-requests), or set PYTHON to an interpreter that has it.`;

/**
 * Returns whether to skip a sample because its runtime is missing, and prints a clear warning. With `REQUIRE_PYTHON=1`, a
 * Python sample is never skipped, and fails instead.
 */
export function isLeftOut(label: string): boolean {
  const isMissing = label === "curl" ? !runs("curl", "--version") : label === "Python" && !python;
  if (!isMissing || (label === "Python" && process.env.REQUIRE_PYTHON === "1")) return false;
  console.warn(`SKIPPED: a ${label} sample. ${label === "curl" ? "There is no curl on the PATH." : noPython}`);
  return true;
}

function runs(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs code as if a reader had pasted it into a shell, or into a file of the language in a project with our client.
 *
 * @param cwd the folder with the files that the sample sends
 * @param environment variables that the code reads
 */
export function runSample(
  label: string,
  source: string,
  cwd?: string,
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const variables = { TESTSIGMA_API_KEY: "any-key", ...environment };
  if (label === "curl") return run("sh", ["-c", source], cwd, variables);
  if (label === "Python") {
    return python ? run(python, ["-c", source], cwd, variables) : Promise.reject(new Error(noPython));
  }
  const name = label === "fetch" ? "sample.mjs" : "sample.ts";
  return inProject({ [name]: source }, (folder) => run(process.execPath, [join(folder, name)], cwd, variables));
}

/**
 * Type-checks TypeScript modules, given by name, with the strict settings of this repository, except that a last name
 * may be unused; the errors are in `stdout`.
 */
export function typeCheck(sources: Record<string, string>): Promise<Outcome> {
  const compilerOptions = { noUnusedLocals: false };
  const config = { extends: join(home, "../../tsconfig.json"), compilerOptions, include: ["*.ts"] };
  return inProject({ ...sources, "tsconfig.json": JSON.stringify(config) }, (folder) =>
    run(join(home, "node_modules/.bin/tsc"), ["--project", folder]),
  );
}

/**
 * Runs a task in a folder within this package, so that its `node_modules` is found, but outside `node_modules`, where
 * Node strips no types.
 */
async function inProject(sources: Record<string, string>, act: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  await mkdir(join(home, "reports"), { recursive: true });
  const folder = await mkdtemp(join(home, "reports/sample-"));
  try {
    for (const [name, source] of Object.entries(sources)) await writeFile(join(folder, name), source);
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
