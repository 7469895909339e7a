import { x } from "tinyexec";

export interface Run {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
}

/** Runs a program to its end as a newcomer would: without the variables that pnpm and Vitest set. */
export async function run(program: string, args: string[], { cwd, env = {} }: RunOptions): Promise<Run> {
  const result = await x(program, args, {
    timeout: 600_000,
    nodePath: false,
    nodeOptions: { cwd, env: { ...plainEnvironment, ...env } },
  });
  return { exitCode: result.exitCode ?? 1, stdout: result.stdout, stderr: result.stderr };
}

/** Like {@link run}, but rejects with the program's whole output if its exit code is not 0. */
export async function succeed(program: string, args: string[], options: RunOptions): Promise<Run> {
  const result = await run(program, args, options);
  if (result.exitCode === 0) return result;
  const printed = [result.stdout, result.stderr].join("\n").trim();
  throw new Error(`${[program, ...args].join(" ")} exited with ${result.exitCode} in ${options.cwd}:\n${printed}`);
}

/** Installs packages or tarballs into a project with npm. */
export async function npmInstall(packages: string[], cwd: string): Promise<void> {
  await succeed("npm", ["install", ...packages, "--no-audit", "--no-fund", "--prefer-offline"], { cwd });
}

const foreign =
  /^(ci$|npm_(?!config_(registry|cache)$)|pnpm_|vitest|test$|testsigma_|node_env$|node_options$|github_|force_color$)/i;

/** The environment of this process without foreign variables. */
export const plainEnvironment = {
  // tinyexec starts from the environment of this process: `undefined` removes a variable.
  ...Object.fromEntries(Object.keys(process.env).flatMap((name) => (foreign.test(name) ? [[name, undefined]] : []))),
  NO_COLOR: "1",
};
