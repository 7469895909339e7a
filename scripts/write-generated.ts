import { readFile, writeFile } from "node:fs/promises";

/**
 * Writes generated files, given by their path in the repository. With `--check` on the command line, writes nothing, and
 * fails with the fix when a committed file is not what would be written.
 */
export async function writeGenerated(sources: Record<string, string>): Promise<void> {
  for (const [path, source] of Object.entries(sources)) {
    const target = new URL(`../${path}`, import.meta.url);
    if (!process.argv.includes("--check")) {
      await writeFile(target, source);
    } else if ((await readFile(target, "utf8").catch(() => "")) !== source) {
      console.error(`${path} does not match the spec. Run "pnpm generate" and commit it.`);
      process.exitCode = 1;
    }
  }
}
