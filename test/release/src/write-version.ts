import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The places that contain the version, besides the manifests. The group of each pattern is the text before it. */
const places = [
  { files: "spec/openapi.yaml", pattern: /^( {2}version: ).*$/m },
  { files: "examples/*/package.json", pattern: /("@testsigma-tms\/\w+": "\^)[^"]+/g },
  { files: "examples/*/.github/workflows/*.yml", pattern: /(\/cli\/action@v)\S+/g },
  { files: "cli/recipes/without-node/*", pattern: /(@testsigma-tms\/cli@)[\d.]+/g },
  { files: "cli/action/action.yml", pattern: /(Version of @testsigma-tms\/cli.*\n +default: ).*/ },
];

/**
 * Writes the version of a release into the spec, the examples and the action.
 *
 * @throws {Error} if a place is no longer found
 */
export async function writeVersion(root: string, version: string): Promise<void> {
  for (const { files, pattern } of places) {
    let found = 0;
    for await (const name of glob(files, { cwd: root })) {
      const file = join(root, name);
      const text = await readFile(file, "utf8");
      const changed = text.replace(pattern, (_, before: string) => {
        found++;
        return `${before}${version}`;
      });
      if (changed !== text) await writeFile(file, changed);
    }
    if (found === 0) throw new Error(`No version was found in ${files}. Correct the places in write-version.ts.`);
  }
}
