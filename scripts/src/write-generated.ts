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
  const sources = await printOrReport(print);
  if (!sources) return;
  const isCheck = process.argv.includes("--check");
  const changed: string[] = [];
  for (const [name, source] of Object.entries(sources)) {
    const file = new URL(name, folder);
    const text = `${header}\n\n${source}`;
    if ((await readFile(file, "utf8").catch(() => "")) === text) continue;
    changed.push(`${isCheck ? "does not match the spec" : "written"}: ${pathOf(file)}`);
    if (isCheck) continue;
    await mkdir(folder, { recursive: true });
    await writeFile(file, text);
  }
  if (!isCheck) for (const line of changed) console.log(line);
  else if (changed.length > 0) {
    console.error(`${changed.join("\n")}\nRun "pnpm generate" and commit what it changes.`);
    process.exitCode = 1;
  }
}

async function printOrReport<Sources>(print: () => Sources): Promise<Awaited<Sources> | undefined> {
  try {
    return await print();
  } catch (error) {
    if (!isProblem(error)) throw error;
    console.error(`Nothing was generated: the spec has what this package does not support.\n${error.message}`);
    process.exitCode = 1;
    return undefined;
  }
}

const pathOf = (file: URL) => relative(repository, fileURLToPath(file));
