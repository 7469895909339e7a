/** The steps of a release: `pnpm release:api`, `release:prepare`, `release:publish` and `release:dry-run`. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand } from "@testsigma-tms/support/create-command";
import { InvalidArgumentError } from "commander";
import { publishedNames, readManifest, repository } from "../src/published-packages.ts";
import { type ApiChanges, compareApi } from "../src/release/compare-api.ts";
import { downloadLastSpec } from "../src/release/download-last-spec.ts";
import { dryRun } from "../src/release/dry-run.ts";
import { missingFields } from "../src/release/missing-fields.ts";
import { prepareRelease } from "../src/release/prepare-release.ts";
import { isPublished, publish } from "../src/release/publish.ts";
import { succeed } from "../src/run.ts";

const program = createCommand();

program
  .command("release:api")
  .description("Print what changed in the API since the last release, and how far the version must rise for it.")
  .option(
    "--base <file>",
    "an older document to compare with, instead of the last release's; a path from the root",
    existing,
  )
  .action(async ({ base }: { base?: string }) => {
    const changes = await apiChanges(base);
    console.log(
      changes
        ? `${changes.markdown || "Nothing changed."}\n\nSmallest bump: ${changes.bump}`
        : "Nothing was released yet: any version will do.",
    );
  });

program
  .command("release:prepare")
  .description("Write versions and changelogs of the next release, from the changesets and the API's changes.")
  .action(async () => {
    const before = readManifest(join(repository, "spec")).version;
    const version = await prepareRelease(repository, await apiChanges());
    console.log(version === before ? "There is nothing to release." : `The next release is ${version}.`);
  });

program
  .command("release:publish")
  .description("Publish every version that npm does not have, with provenance, and tag it. For the release workflow.")
  .action(async () => {
    const missing = missingFields(manifests());
    if (missing) {
      console.error(`Nothing was published.
${missing}`);
      process.exit(1);
    }
    const { version } = readManifest(join(repository, "spec"));
    if (await isPublished(version)) {
      console.log(`npm has ${version} already.`);
      return;
    }
    await publish(["--access", "public", "--provenance"]);
    await succeed("git", ["tag", `v${version}`], { cwd: repository });
    console.log(`Published ${version}.`);
  });

program
  .command("release:dry-run")
  .description(
    "Publish to a registry on this machine, install from it with npm, pnpm, yarn 1 and 4, and Bun into empty projects, and run the " +
      "README's first example there. Installs yarn, Bun and Verdaccio on first use, into test/packaging/.tools, which Git " +
      "ignores.",
  )
  .action(async () => {
    const results = await inTemporaryFolder(dryRun);
    for (const { installer, printed } of results) console.log(`${installer}: ${printed}`);
    const failed = results.filter(({ printed }) => printed !== "DEMO-R-1").length;
    console.log(failed === 0 ? "Every project ran the README's example." : `Projects that failed: ${failed}.`);
    process.exitCode = failed === 0 ? 0 : 1;
  });

await program.parseAsync();

function existing(path: string): string {
  const file = resolve(repository, path);
  if (!existsSync(file)) throw new InvalidArgumentError(`There is no file ${file}.`);
  return file;
}

function manifests() {
  const require = createRequire(import.meta.url);
  return publishedNames.map((name) => readManifest(join(require.resolve(`${name}/package.json`), "..")));
}

async function apiChanges(base?: string): Promise<ApiChanges | undefined> {
  return inTemporaryFolder(async (folder) => {
    const last = base ?? (await downloadLastSpec(folder));
    return last === undefined
      ? undefined
      : compareApi(last, fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json")));
  });
}

async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "release-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
