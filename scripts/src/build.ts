/** `pnpm build`: builds every package, or some. */
import { buildFirst } from "@testsigma-tms/support/build-first";
import { createCommand } from "@testsigma-tms/support/create-command";
import { repository } from "@testsigma-tms/support/repository";
import { packageNames, toTurboFilter } from "./turbo-filter.ts";

const names = await packageNames(repository);

await createCommand("build", "Build every package. Those that did not change come from the cache.", { builds: [] })
  .option("--filter <package>", "only this package and its dependencies, such as docs (may be repeated)", addFilter, [])
  .option("--force", "build everything, without the cache", false)
  .action(async ({ filter, force }: { filter: string[]; force: boolean }) => {
    const isBuilt = await buildFirst(filter, { force });
    console.log(isBuilt ? "Everything is built." : "\nThe build failed. Fix the error above.");
    process.exitCode = isBuilt ? 0 : 1;
  })
  .parseAsync();

function addFilter(value: string, before: string[]): string[] {
  return [...before, toTurboFilter(value, names)];
}
