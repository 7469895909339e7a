/** Part of `pnpm lint`: fails if a Markdown, TypeScript or YAML file uses a word from the list of words to avoid. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "@testsigma-tms/support/repository";
import { x } from "tinyexec";
import { findWords } from "./words/find-words.ts";
import { unchecked } from "./words/words.ts";

const excluded = unchecked.map((path) => `:(exclude,glob)${path}`);
const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ".", ...excluded];
const { stdout } = await x("git", list, { throwOnError: true, nodeOptions: { cwd: repository } });
for (const file of stdout.split("\0").filter((name) => /\.(md|[cm]?[jt]s|ya?ml)$|^\.ci\/|\/recipes\//.test(name))) {
  for (const { line, found, instead } of findWords(await readFile(join(repository, file), "utf8"))) {
    console.error(`${file}:${line}: "${found}". ${instead}`);
    process.exitCode = 1;
  }
}
if (process.exitCode) console.error("\nReplace these words. The list is in scripts/src/words/words.ts.");
