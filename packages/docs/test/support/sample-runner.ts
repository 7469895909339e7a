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

const home = fileURLToPath(new URL("../..", import.meta.url));
const pythons = [process.env.PYTHON ?? "", "python3", "/usr/bin/python3"].filter((name) => name !== "");
/** The command of the first Python that has `requests`, which it takes half a second to import. */
const python = pythons.find((name) =>
  runs(name, "-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('requests') is None)"),
);
const noPython = `None of ${pythons.join(", ")} can import requests. Install it (Debian: apt-get install python3-requests), or set PYTHON to an interpreter that has it.`;

/**
 * Returns whether to skip a sample because its runtime is missing, and prints a clear warning. With `REQUIRE_PYTHON=1`, a
 * Python sample is never skipped, and fails instead.
 */
export function isLeftOut(label: string): boolean {
  const isMissing = label === "curl" ? !runs("curl", "--version") : label === "Python" && !python;
  if (!isMissing) return false;
  if (label === "Python" && process.env.REQUIRE_PYTHON === "1") throw new Error(noPython);
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
 * Runs samples, one after the other, as if a reader had pasted them into a shell, or into a file of the language in a
 * project with our client. The files that samples send are next to it.
 *
 * @param variables variables of the environment that the code reads
 */
export function runSamples(label: string, samples: string[], variables: Record<string, string> = {}): Promise<Outcome> {
  const script = scripts[label];
  const file = script?.file ?? (label === "fetch" ? "sample.mjs" : "sample.ts");
  const [command = process.execPath, ...options] = script?.command ?? [];
  const source = script ? samples.join("\n") : asModule(samples);
  const files = { [file]: source, "report.xml": "<testsuites/>", "results.xml": "<testsuites/>" };
  return inProject(files, (cwd) =>
    run(command, [...options, file], cwd, { TESTSIGMA_API_KEY: "any-key", ...variables }),
  );
}

const scripts: Record<string, { file: string; command: string[] }> = {
  curl: { file: "sample.sh", command: ["sh", "-e"] },
  Python: { file: "sample.py", command: [python ?? "python3"] },
};

/** Joins samples to a module, each in a block of its own after the imports of all. */
function asModule(samples: string[]): string {
  const imports = /^import .*$/gm;
  const blocks = samples.map((sample) => `{\n${sample.replaceAll(imports, "")}}`);
  return [...new Set(samples.flatMap((sample) => sample.match(imports) ?? [])), ...blocks].join("\n");
}

/**
 * Type-checks TypeScript modules with the strict settings of this repository, except that a last name may be unused; the
 * errors are in `stdout`.
 */
export function typeCheck(modules: string[]): Promise<Outcome> {
  const compilerOptions = { noUnusedLocals: false };
  const config = { extends: join(home, "../../tsconfig.json"), compilerOptions, include: ["*.ts"] };
  const files = Object.fromEntries(modules.map((source, index) => [`sample-${index}.ts`, source]));
  return inProject({ ...files, "tsconfig.json": JSON.stringify(config) }, (cwd) =>
    run(join(home, "node_modules/.bin/tsc"), ["--project", cwd], cwd),
  );
}

/**
 * Runs a task in a folder within this package, so that its `node_modules` is found, but outside `node_modules`, where
 * Node strips no types.
 */
async function inProject(files: Record<string, string>, act: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  await mkdir(join(home, "reports"), { recursive: true });
  const folder = await mkdtemp(join(home, "reports/sample-"));
  try {
    for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): Promise<Outcome> {
  const { exitCode, stdout, stderr } = await x(command, args, { nodeOptions: { env, cwd } });
  return { code: exitCode, stdout, stderr };
}
