import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { deleteGhosts } from "./delete-ghosts.ts";
import { repository } from "./repository.ts";

export interface BuildOptions {
  /** Ends the build when aborted. */
  signal?: AbortSignal;
  /** True to build everything again, without the cache. @default false */
  force?: boolean;
}

/**
 * Builds packages with one line for each task that is not in the cache. Returns whether everything was built; if not,
 * the output of the failed tasks was printed.
 *
 * @param filters Turborepo's `--filter`
 */
export async function buildFirst(filters: string[], { signal, force = false }: BuildOptions = {}): Promise<boolean> {
  const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));
  const options = [...filters.map((filter) => `--filter=${filter}`), ...(force ? ["--force"] : []), ...outputOptions];
  const child = x(process.execPath, [turbo, "run", "build", ...options], {
    ...(signal && { signal }),
    nodeOptions: { cwd: repository, env: { TURBO_TELEMETRY_DISABLED: "1" } },
  });
  const output: string[] = [];
  let summary: string | undefined;
  for await (const line of child) {
    const [, name, task, isMiss] = /^(?:@testsigma-tms\/)?([\w-]+):([\w:]+): (cache (?:miss|bypass))?/.exec(line) ?? [];
    if (isMiss && task === "build") console.error(`  build ${name}`);
    else if (!isMiss) output.push(line);
    summary ??= /^Summary: +(.+)$/.exec(line)?.[1];
  }
  if (summary) {
    await deleteGhosts(repository, summary);
    await rm(summary);
  }
  const isBuilt = child.exitCode === 0;
  if (!isBuilt && !signal?.aborted) console.error(`\n${output.join("\n").trim()}`);
  return isBuilt;
}

/** The options that prefix every line with its task and print nothing for cached tasks. */
const outputOptions = [
  "--summarize",
  "--output-logs=new-only",
  "--no-color",
  "--log-order=stream",
  "--log-prefix=task",
];
