/** `pnpm tarballs`: packs the tarballs that users install from this checkout until the packages are on npm. */
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";
import { pack } from "../src/pack.ts";
import { addCommands } from "../src/package-managers.ts";
import { publishedNames, repository } from "../src/published-packages.ts";
import { createSbom } from "../src/release/create-sbom.ts";

await createCommand("tarballs", "Build and pack the published packages, and print the lines that install them.", {
  builds: [...publishedNames],
})
  .option("--out <folder>", "where to put the tarballs; a path from the root", "tarballs")
  .option("--sbom", "list what is in the packages, and what they install, in sbom.cdx.json (CycloneDX)", false)
  .action(async ({ out, sbom }: { out: string; sbom: boolean }) => {
    const folder = resolve(repository, out);
    const packed = await pack(folder);
    if (sbom) await writeFile(join(folder, "sbom.cdx.json"), JSON.stringify(await createSbom(), null, 2));
    const client = packed.find((path) => path.endsWith("-client.tgz")) ?? "";
    const lines = Object.values(addCommands).map((words) => `  ${words} ${/\s/.test(client) ? `"${client}"` : client}`);
    console.log(`${packed.join("\n")}

Each installs alone. In your project, run the line of your package manager; for the client:

${lines.join("\n")}`);
  })
  .parseAsync();
