/** `pnpm release`: the next version of all packages. Without an option, it does what the first job of the release does. */
import { appendFile, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildFirst } from "@testsigma-tms/scripts/build-first";
import { createCommand } from "@testsigma-tms/scripts/create-command";
import { repository } from "@testsigma-tms/scripts/repository";
import { Option } from "commander";
import { bundle, diffApi, lastRelease, specAt } from "../src/diff-api.ts";
import { pack } from "../src/pack.ts";
import { publishedNames, readManifest } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";
import { nextVersion, readState, type State } from "../src/state.ts";

interface Options {
  api?: true;
  dryRun?: true;
  check?: true;
  base?: string;
  format: string;
}

const meanings: Record<State, string> = {
  pending: "there are changesets: CI keeps a pull request with the next version up to date",
  unreleased: "this version has no tag: CI builds, publishes and tags it",
  released: "this version is tagged: there is nothing to do",
};

await createCommand(
  "release",
  "Apply the changesets: write the next version and the changelogs. Without changesets, change nothing.",
  { builds: [] },
)
  .addOption(new Option("--dry-run", "change nothing; pack, and list what npm would publish").conflicts("api"))
  .option("--api", "list what changed in the API since the last tag, and how far the version must rise")
  .option("--check", "with --api: fail if the version has not risen that far")
  .option("--base <file>", "with --api: an older document instead of the last tag's; a path from the root")
  .addOption(new Option("--format <format>", "with --api").choices(["stylish", "markdown"]).default("stylish"))
  .action(async (options: Options) => {
    if (options.api) return await compareApi(options);
    const state = await readState(repository);
    console.log(`${readManifest(join(repository, "spec")).version} is ${state}: ${meanings[state]}.`);
    if (options.dryRun) return await publishDryRun();
    const version = state === "pending" ? await nextVersion(repository) : undefined;
    if (version) console.log(`Wrote ${version} into manifests and changelogs, the spec, the examples and the action.`);
    const { GITHUB_OUTPUT } = process.env;
    if (!GITHUB_OUTPUT) return;
    const current = readManifest(join(repository, "spec")).version;
    await appendFile(GITHUB_OUTPUT, `state=${state}\nversion=${current}\n`);
  })
  .parseAsync();

async function compareApi({ check, base, format }: Options): Promise<void> {
  const tag = await lastRelease(repository);
  if (!base && !tag) {
    console.log("There is no tag of a release, so there is nothing to compare with: any version will do.");
    return;
  }
  await using folder = await mkdtempDisposable(join(tmpdir(), "release-api-"));
  const older = base ? resolve(repository, base) : await specAt(repository, `${tag}`, folder.path);
  const [last, next] = await Promise.all([
    bundle(older, folder.path, "last.yaml"),
    bundle(join(repository, "spec/openapi.yaml"), folder.path, "next.yaml"),
  ]);
  const { report, verdict, isHighEnough } = await diffApi(last, next, format);
  console.log(`${report}\n\n${verdict}`);
  process.exitCode = check && !isHighEnough ? 1 : 0;
}

async function publishDryRun(): Promise<void> {
  if (!(await buildFirst([...publishedNames]))) process.exit(1);
  await using folder = await mkdtempDisposable(join(tmpdir(), "release-"));
  for (const tarball of await pack(folder.path)) {
    const args = ["publish", tarball, "--dry-run", "--access", "public"];
    console.log((await succeed("npm", args, { cwd: folder.path })).stderr);
  }
}
