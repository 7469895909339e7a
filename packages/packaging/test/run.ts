import { execFile } from "node:child_process";

export interface Run {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
}

/** Runs a program to its end as a newcomer would: without what pnpm and Vitest put into the environment. */
export function run(program: string, args: string[], { cwd, env = {} }: RunOptions): Promise<Run> {
  const options = { cwd, env: { ...plainEnvironment, ...env }, timeout: 600_000, maxBuffer: 16 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** As {@link run}, but fails with everything that the program printed where it exits with another code than 0. */
export async function succeed(program: string, args: string[], options: RunOptions): Promise<Run> {
  const result = await run(program, args, options);
  if (result.exitCode === 0) return result;
  const printed = [result.stdout, result.stderr].join("\n").trim();
  throw new Error(`${[program, ...args].join(" ")} exited with ${result.exitCode} in ${options.cwd}:\n${printed}`);
}

const foreign =
  /^(npm_(?!config_registry$)|pnpm_|vitest|test$|testsigma_|node_env$|node_options$|github_|force_color$)/i;

const plainEnvironment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
  NO_COLOR: "1",
  // The install report of Prism's dependency. Were it sent all the same, it would find a closed port of this machine.
  SCARF_ANALYTICS: "false",
  SCARF_LOCAL_PORT: "1",
};
