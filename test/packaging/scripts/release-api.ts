/** `pnpm release:api`: prints the API changes since the last release, and how far they must raise the version. */
import { existsSync } from "node:fs";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";
import { InvalidArgumentError, Option } from "commander";
import { repository } from "../src/published-packages.ts";
import { diffApi } from "../src/release/diff-api.ts";
import { run } from "../src/run.ts";

await createCommand(
  "release:api",
  "Compare the spec with the last release by redocly diff, and say how far the version must rise and why.",
  { builds: ["@testsigma-tms/spec"] },
)
  .option("--base <file>", "an older document instead of the last release's; a path from the root", existingFile)
  .addOption(new Option("--format <format>", "of the report").choices(["stylish", "markdown"]).default("stylish"))
  .option("--check", "fail if the spec's version has not risen as far as its changes demand", false)
  .action(async ({ base, format, check }: { base?: string; format: string; check: boolean }) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "release-api-"));
    const last = base ?? (await downloadLastSpec(folder.path));
    if (last === undefined) {
      console.log("Nothing was released yet: any version will do.");
      return;
    }
    const { report, verdict, isHighEnough } = await diffApi(last, join(repository, "spec/dist/openapi.json"), format);
    console.log(`${report}\n\n${verdict}`);
    process.exitCode = check && !isHighEnough ? 1 : 0;
  })
  .parseAsync();

/** Installs the published spec into a folder. Returns the path of its document, or `undefined` before the first release. */
async function downloadLastSpec(folder: string): Promise<string | undefined> {
  const args = ["install", "@testsigma-tms/spec@latest", "--prefix", folder, "--no-audit", "--no-fund"];
  const { exitCode, stdout, stderr } = await run("npm", args, { cwd: folder });
  if (exitCode === 0) return join(folder, "node_modules/@testsigma-tms/spec/dist/openapi.json");
  if (stderr.includes("E404")) return undefined;
  throw new Error(`The last release could not be downloaded:\n${stdout}${stderr}`);
}

function existingFile(path: string): string {
  const file = resolve(repository, path);
  if (!existsSync(file)) throw new InvalidArgumentError(`There is no file ${file}.`);
  return file;
}
