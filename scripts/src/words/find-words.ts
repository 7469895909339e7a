import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "@testsigma-tms/support/repository";
import { x } from "tinyexec";
import { unchecked, words } from "./words.ts";

export interface Finding {
  file: string;
  line: number;
  found: string;
  instead: string;
}

/** Finds every use of a listed word in the Markdown, TypeScript and YAML files of folders, including new files. */
export async function findWords(folders: string[]): Promise<Finding[]> {
  const excluded = unchecked.map((path) => `:(exclude,glob)${path}`);
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ...folders, ...excluded];
  const { stdout } = await x("git", list, { throwOnError: true, nodeOptions: { cwd: repository } });
  const files = stdout.split("\0").filter((file) => /\.(md|[cm]?[jt]s|ya?ml)$/.test(file));
  const findings = await Promise.all(
    files.map(async (file) => findWordsIn(await readFile(join(repository, file), "utf8"), file)),
  );
  return findings.flat();
}

/** Finds every use of a listed word in one text. */
export function findWordsIn(text: string, file: string): Finding[] {
  return text.split("\n").flatMap((content, index) =>
    words.flatMap(({ pattern, instead }) => {
      const [found] = pattern.exec(content) ?? [];
      return found === undefined ? [] : [{ file, line: index + 1, found, instead }];
    }),
  );
}
