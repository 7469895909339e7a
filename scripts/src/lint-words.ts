/** Part of `pnpm lint`: fails if a text uses a word from the list of words to avoid. */
import { findWords } from "./words/find-words.ts";

const findings = await findWords(["."]);
for (const { file, line, found, instead } of findings) console.error(`${file}:${line}: "${found}". ${instead}`);
if (findings.length > 0) {
  console.error(`\n${findings.length} words to replace. The list is in scripts/src/words/words.ts.`);
  process.exitCode = 1;
}
