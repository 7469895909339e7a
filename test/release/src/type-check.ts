import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { run } from "./run.ts";

const compilers = { "5.4": "typescript-5.4", "5.9": "typescript-5.9", "7": "typescript" };

export type CompilerVersion = keyof typeof compilers;

/** Files of the npm consumer, and the compiler options of the project that contains them. */
export interface Project {
  files: string[];
  options: Record<string, unknown>;
}

/**
 * Returns the errors that a compiler reports for each project and for all declarations that it reaches, by the name of
 * the project. One process checks all projects, because a warm compiler needs a third less time.
 */
export async function typeCheck<Name extends string>(
  version: CompilerVersion,
  projects: Record<Name, Project>,
): Promise<Record<Name, string>> {
  const names = Object.keys(projects) as Name[];
  const consumer = join(inject("folder"), "npm");
  const folderOf = (name: string) => `typescript-${version}-${name}`;
  for (const name of names) await writeProject(consumer, folderOf(name), projects[name]);
  const compiler = new URL("bin/tsc", import.meta.resolve(`${compilers[version]}/package.json`));
  const args = [fileURLToPath(compiler), "--build", "--verbose", ...names.map(folderOf)];
  const { stdout } = await run(process.execPath, args, { cwd: consumer });
  return Object.fromEntries(names.map((name) => [name, reportOf(stdout, folderOf(name))])) as Record<Name, string>;
}

async function writeProject(consumer: string, folder: string, { files, options }: Project): Promise<void> {
  const compilerOptions = { target: "es2022", strict: true, skipLibCheck: false, noEmit: true, ...options };
  await mkdir(join(consumer, folder), { recursive: true });
  await writeFile(join(consumer, folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  for (const file of files) await copyFile(join(consumer, file), join(consumer, folder, file));
}

/** Returns the text below the line that names a project, which every compiler writes before it builds one. */
function reportOf(stdout: string, folder: string): string {
  const built = stdout.split(/^.*Building project /m).find((part) => part.split("\n")[0]?.includes(`${folder}/`));
  if (!built) return `${folder} was not built:\n${stdout}`;
  const [, ...lines] = built.split("\n");
  return lines.filter((line) => line !== "" && !/^[\d:]+( [AP]M)? - /.test(line)).join("\n");
}
