import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

const header = `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".`;

/**
 * Writes a package's generated source files, given by name, each below a line that says so. With `--check` on the command
 * line, writes nothing, and fails with the fix when a committed file is not what would be written.
 *
 * @param folder URL of the folder, with a trailing slash: `new URL("../src/generated/", import.meta.url)`
 */
export async function writeGenerated(folder: URL, sources: Record<string, string>): Promise<void> {
  for (const [name, source] of Object.entries(sources)) {
    const file = new URL(name, folder);
    const text = `${header}\n\n${source}`;
    if (!process.argv.includes("--check")) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, text);
    } else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
      const path = relative(repository, fileURLToPath(file));
      console.error(`${path} does not match the spec. Run "pnpm generate" and commit it.`);
      process.exitCode = 1;
    }
  }
}
