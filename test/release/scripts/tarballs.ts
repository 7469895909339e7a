/** `pnpm tarballs`: packs the tarballs that users install from this checkout until the packages are on npm. */
import { chmod, copyFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createCommand } from "@testsigma-tms/scripts/create-command";
import { repository } from "@testsigma-tms/scripts/repository";
import { pack } from "../src/pack.ts";
import { addCommands } from "../src/package-managers.ts";
import { publishedNames } from "../src/published-packages.ts";

await createCommand(
  "tarballs",
  "Build and pack the published packages, write the CLI as one file, and print the lines that install them.",
  {
    builds: [...publishedNames],
  },
)
  .option("--out <folder>", "where to put the tarballs; a path from the root", "tarballs")
  .action(async ({ out }: { out: string }) => {
    const folder = resolve(repository, out);
    const packed = await pack(folder);
    const oneFile = join(folder, "testsigma-tms.mjs");
    await copyFile(join(repository, "cli/dist/testsigma-tms.js"), oneFile);
    await chmod(oneFile, 0o755);
    const client = packed.find((path) => path.endsWith("-client.tgz")) ?? "";
    const lines = Object.values(addCommands).map((words) => `  ${words} ${/\s/.test(client) ? `"${client}"` : client}`);
    console.log(`${[...packed, oneFile].join("\n")}

Each tarball installs alone. In your project, run the line of your package manager; for the client:

${lines.join("\n")}`);
  })
  .parseAsync();
