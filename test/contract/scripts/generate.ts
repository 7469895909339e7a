/** `pnpm generate`: writes the generated blocks of READMEs; with `--check`, fails where one is stale. */
import { readFile, writeFile } from "node:fs/promises";
import { differencesTable } from "../src/readme/differences-table.ts";
import { operationsTable } from "../src/readme/operations-table.ts";
import { withBlock } from "../src/readme/with-block.ts";
import { spec } from "../src/spec/spec.ts";
import { prismDifferences } from "../src/targets/prism-differences.ts";

const blocks = [
  { file: "README.md", name: "operations", content: operationsTable(spec.operations) },
  { file: "packages/mock/README.md", name: "prism-differences", content: differencesTable(prismDifferences) },
];

for (const { file, name, content } of blocks) {
  const readme = new URL(`../../../${file}`, import.meta.url);
  const text = await readFile(readme, "utf8");
  const current = withBlock(text, name, content);
  if (!process.argv.includes("--check")) {
    await writeFile(readme, current);
  } else if (text !== current) {
    console.error(`${file} does not match the spec. Run "pnpm generate" and commit it.`);
    process.exitCode = 1;
  }
}
