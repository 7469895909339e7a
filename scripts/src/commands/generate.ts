import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { x } from "tinyexec";
import { repository } from "../repository.ts";
import { runQuietly } from "../turbo/run-quietly.ts";

/** Commands that rewrite files of the repository. */
export function addGenerateCommand(program: Command): void {
  program.command("generate").description("Rewrite src/generated/ of every package from the spec.").action(generate);
  program.command("format").description("Format the code and fix what can be fixed; name what cannot.").action(format);
}

async function generate(): Promise<void> {
  const before = await generatedFiles();
  const { exitCode } = await runQuietly(["generate"]);
  const after = await generatedFiles();
  const changed = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
  for (const file of changed) console.log(`changed: ${file}`);
  if (exitCode !== 0) console.error("\nNot everything was generated. Fix the error above.");
  else console.log(changed.length > 0 ? "\nCommit the changed files." : "\nEverything generated was up to date.");
  process.exitCode = exitCode;
}

async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const file of glob("packages/*/src/generated/**/*.*", { cwd: repository })) {
    files.set(file, await readFile(join(repository, file), "utf8"));
  }
  return files;
}

async function format(): Promise<void> {
  const biome = fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome"));
  const { exitCode } = await x(process.execPath, [biome, "check", "--write", "."], {
    nodeOptions: { cwd: repository, stdio: "inherit" },
  });
  console.log(exitCode === 0 ? "The code is formatted." : "Fix the errors above by hand.");
  process.exitCode = exitCode ? 1 : 0;
}
