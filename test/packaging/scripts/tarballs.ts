/** `pnpm tarballs`: packs the tarballs that users install from this checkout until the packages are on npm. */
import { resolve } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";
import { pack } from "../src/pack.ts";
import { addCommands } from "../src/package-managers.ts";
import { publishedNames, repository } from "../src/published-packages.ts";

await createCommand("tarballs", "Build and pack the published packages, and print the lines that install them.", {
  builds: [...publishedNames],
})
  .option("--out <folder>", "where to put the tarballs; a path from the root", "tarballs")
  .action(async ({ out }: { out: string }) => {
    const packed = await pack(resolve(repository, out));
    const client = packed.find((path) => path.endsWith("-client.tgz")) ?? "";
    const lines = Object.values(addCommands).map((words) => `  ${words} ${/\s/.test(client) ? `"${client}"` : client}`);
    console.log(`${packed.join("\n")}

Each installs alone. In your project, run the line of your package manager; for the client:

${lines.join("\n")}`);
  })
  .parseAsync();
