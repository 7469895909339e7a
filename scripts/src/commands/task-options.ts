import type { Command } from "commander";

export interface TaskOptions {
  filter: string[];
  force?: true;
}

/** Adds the options of a command that runs tasks of every package. */
export function addTaskOptions(command: Command): Command {
  return command
    .option("--filter <package>", 'only this package, such as "@testsigma-tms/client" (may be repeated)', collect, [])
    .option("--force", "run everything, without the cache");
}

/** The same options as Turborepo takes them. */
export function turboArgs({ filter, force }: TaskOptions): string[] {
  return [...filter.map((name) => `--filter=${name}`), ...(force ? ["--force"] : [])];
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
