import { readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readManifest } from "../published-packages.ts";
import { succeed } from "../run.ts";
import type { ApiChanges } from "./compare-api.ts";
import { writeVersion } from "./write-version.ts";

const changesets = join(dirname(createRequire(import.meta.url).resolve("@changesets/cli/package.json")), "bin.js");

/**
 * Raises the version of every published package and writes their changelogs, from the changesets and from what changed in
 * the API. Resolves to the new version; to the old one where there is nothing to release.
 *
 * @param root folder of the workspace
 */
export async function prepareRelease(root: string, apiChanges?: ApiChanges): Promise<string> {
  const spec = join(root, "spec");
  // Else a release is prepared and not published yet, and has the changes already.
  const isLastRelease = apiChanges?.since === readManifest(spec).version;
  if (isLastRelease && apiChanges.bump !== "none") {
    const text = `---\n"@testsigma-tms/spec": ${apiChanges.bump}\n---\n\nThe API changed since ${apiChanges.since}:\n\n${apiChanges.markdown}\n`;
    await writeFile(join(root, ".changeset/api-changes.md"), text);
  }
  const isChanged = (await readdir(join(root, ".changeset"))).some((file) => /^(?!README).*\.md$/.test(file));
  if (!isChanged) return readManifest(spec).version;
  await succeed(process.execPath, [changesets, "version"], { cwd: root });
  const { version } = readManifest(spec);
  await writeVersion(root, version);
  return version;
}
