/** `pnpm tarballs`: packs what users install from this checkout until the packages are on npm. */
import { join } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";
import { publishedNames, repository } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";

await createCommand(
  "tarballs",
  "Build the published packages and pack them into tarballs/, to install them from this checkout.",
  { builds: [...publishedNames] },
)
  .action(async () => {
    const filters = publishedNames.map((name) => `--filter=${name}`);
    await succeed("pnpm", [...filters, "pack", "--out", join(repository, "tarballs", "%s.tgz")], { cwd: repository });
    for (const name of publishedNames) console.log(`tarballs/${name.replace("@", "").replace("/", "-")}.tgz`);
    console.log(
      `\nPacked ${publishedNames.length} packages. Install them with npm, each with those that it depends on.`,
    );
  })
  .parseAsync();
