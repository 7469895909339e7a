import { glob } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readManifest } from "./published-packages.ts";
import { succeed } from "./run.ts";
import { writeVersion } from "./write-version.ts";

/** What is to be done with the version of a checkout: propose the next one, publish it, or nothing. */
export type State = "pending" | "unreleased" | "released";

/** Reads the changesets, the version, and the tags, which a shallow clone lacks. */
export async function readState(root: string): Promise<State> {
  for await (const name of glob(".changeset/*.md", { cwd: root })) {
    if (!/README\.md$/.test(name)) return "pending";
  }
  const { version } = readManifest(join(root, "spec"));
  const { stdout } = await succeed("git", ["tag", "--list", `v${version}`], { cwd: root });
  return stdout.trim() === "" ? "unreleased" : "released";
}

const changesets = join(dirname(createRequire(import.meta.url).resolve("@changesets/cli/package.json")), "bin.js");

/** Applies the changesets, and writes the version everywhere else; resolves to it. Without changesets, `changeset` fails. */
export async function nextVersion(root: string): Promise<string> {
  await succeed(process.execPath, [changesets, "version"], { cwd: root });
  const { version } = readManifest(join(root, "spec"));
  await writeVersion(root, version);
  return version;
}
