import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isProblem } from "@testsigma-tms/spec/reader";
import { repository } from "./repository.ts";

const header = `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".`;

/**
 * Writes a package's generated source files, which `print` returns by name, each with a header that says so, and prints
 * the name of each file that it changed. With `--check` on the command line, it writes nothing, and fails with the fix
 * if a file differs from what would be written.
 *
 * If `print` throws an error about the spec, the error is printed and nothing is written.
 *
 * @param folder URL of the folder, with a trailing slash: `new URL("../src/generated/", import.meta.url)`
 */
export async function writeGenerated(
  folder: URL,
  print: () => Record<string, string> | Promise<Record<string, string>>,
): Promise<void> {
  try {
    const sources = Object.entries(await print());
    await writeFiles(sources.map(([name, source]) => [new URL(name, folder), `${header}\n\n${source}`]));
  } catch (error) {
    if (!isProblem(error)) throw error;
    console.error(`Nothing was generated: the spec has what this package does not support.\n${error.message}`);
    process.exitCode = 1;
  }
}

/** Writes the files whose text differs, or, with `--check`, only fails for them, as {@link writeGenerated} does. */
export async function writeFiles(files: [file: URL, text: string][]): Promise<void> {
  const isCheck = process.argv.includes("--check");
  const changed: string[] = [];
  for (const [file, text] of files) {
    if ((await readFile(file, "utf8").catch(() => "")) === text) continue;
    const path = relative(repository, fileURLToPath(file));
    changed.push(`${isCheck ? "does not match the spec" : "written"}: ${path}`);
    if (isCheck) continue;
    await mkdir(new URL(".", file), { recursive: true });
    await writeFile(file, text);
  }
  if (!isCheck) for (const line of changed) console.log(line);
  else if (changed.length > 0) {
    console.error(`${changed.join("\n")}\nRun "pnpm generate" and commit what it changes.`);
    process.exitCode = 1;
  }
}
