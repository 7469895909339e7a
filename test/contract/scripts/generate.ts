/** `pnpm generate`: writes the table of operations into the README; with `--check`, fails where it is stale. */
import { readFile, writeFile } from "node:fs/promises";
import { operationsTable } from "../src/readme/operations-table.ts";
import { withBlock } from "../src/readme/with-block.ts";
import { spec } from "../src/spec/spec.ts";

const readme = new URL("../../../README.md", import.meta.url);
const text = await readFile(readme, "utf8");
const current = withBlock(text, "operations", operationsTable(spec.operations));

if (!process.argv.includes("--check")) {
  await writeFile(readme, current);
} else if (text !== current) {
  console.error('README.md does not match the spec. Run "pnpm generate" and commit it.');
  process.exitCode = 1;
}
