import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "@testsigma-tms/scripts/repository";

/** A fenced block of a README. */
export interface Block {
  line: number;
  /** The language; empty for output and drawings. */
  language: string;
  code: string;
  /** The file name in its first line, such as `// login.test.ts`. */
  file?: string;
  /** The exit code in the output that the README shows below it. @default 0 */
  exitCode: number;
}

/** Reads the blocks of a README, without those marked `<!-- not run: the reason -->` in the line before. */
export async function readBlocks(path: string): Promise<Block[]> {
  const text = await readFile(join(repository, path), "utf8");
  const found = [...text.matchAll(fence)];
  return found.flatMap(([, mark, language = "", code = ""], index) => {
    if (mark || language === "") return [];
    const file = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(code)?.[1];
    const [, , nextLanguage, output = ""] = found[index + 1] ?? [];
    const exitCode = nextLanguage === "" ? Number(/^exit code (\d)/m.exec(output)?.[1] ?? 0) : 0;
    const line = text.slice(0, found[index]?.index).split("\n").length;
    return [{ line, language, code, exitCode, ...(file && { file }) }];
  });
}

const fence = /(?:^<!-- not run: ([^\n]+) -->\n)?^```(\w*)\n(.*?)^```$/gms;
