/** `pnpm build`: builds every package, or some. */
import { buildFirst } from "./build-first.ts";
import { createCommand } from "./create-command.ts";
import { filterOption } from "./filter-option.ts";

await createCommand("build", "Build every package. Those that did not change come from the cache.", { builds: [] })
  .addOption(await filterOption("only this package and its dependencies, such as docs"))
  .option("--force", "build everything, without the cache", false)
  .action(async ({ filter, force }: { filter: string[]; force: boolean }) => {
    const isBuilt = await buildFirst(filter, { force });
    console.log(isBuilt ? "Everything is built." : "\nThe build failed. Fix the error above.");
    process.exitCode = isBuilt ? 0 : 1;
  })
  .parseAsync();
