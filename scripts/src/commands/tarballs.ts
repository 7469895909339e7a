import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { x } from "tinyexec";
import { repository } from "../repository.ts";
import { runQuietly } from "../turbo/run-quietly.ts";

export function addTarballsCommand(program: Command): void {
  program
    .command("tarballs")
    .description("Build the published packages and pack them into tarballs/, to install them from this checkout.")
    .action(packTarballs);
}

async function packTarballs(): Promise<void> {
  const names = await publishedNames();
  const filters = names.map((name) => `--filter=${name}`);
  const build = await runQuietly(["build"], filters);
  if (build.exitCode !== 0) {
    console.error("\nNothing was packed, because the build failed. Fix the error above.");
    process.exit(1);
  }
  const args = [...filters, "pack", "--out", join(repository, "tarballs", "%s.tgz")];
  const { exitCode, stdout, stderr } = await x("pnpm", args, { nodeOptions: { cwd: repository } });
  if (exitCode !== 0) {
    console.error(`${stdout}${stderr}\nNothing was packed.`);
    process.exit(1);
  }
  for (const name of names) console.log(`tarballs/${name.replace("@", "").replace("/", "-")}.tgz`);
  console.log(`\nPacked ${names.length} packages. Install them with npm, each together with those that it depends on.`);
}

async function publishedNames(): Promise<string[]> {
  const names: string[] = [];
  for await (const file of glob("{spec,packages/*}/package.json", { cwd: repository })) {
    const manifest: { name: string; private?: boolean } = JSON.parse(await readFile(join(repository, file), "utf8"));
    if (!manifest.private) names.push(manifest.name);
  }
  return names.sort();
}
