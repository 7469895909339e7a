/** `pnpm generate`: writes the generated blocks of the READMEs; with `--check`, fails if one is stale. */
import { readFile, writeFile } from "node:fs/promises";
import { readSpec } from "@testsigma-tms/codegen";
import { prismDifferences } from "../../test/contract/src/targets/prism-differences.ts";
import { differencesTable } from "./readme/differences-table.ts";
import { operationsTable } from "./readme/operations-table.ts";
import { withBlock } from "./readme/with-block.ts";

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const blocks = [
  { file: "README.md", name: "operations", content: operationsTable(operations) },
  { file: "packages/mock/README.md", name: "prism-differences", content: differencesTable(prismDifferences) },
];

for (const { file, name, content } of blocks) {
  const readme = new URL(`../../${file}`, import.meta.url);
  const text = await readFile(readme, "utf8");
  const current = withBlock(text, name, content);
  if (!process.argv.includes("--check")) {
    await writeFile(readme, current);
  } else if (text !== current) {
    console.error(`${file} is stale. Run "pnpm generate" and commit it.`);
    process.exitCode = 1;
  }
}
