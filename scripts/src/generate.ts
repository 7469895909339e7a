/** `pnpm generate`: writes the operations into the root's README; with `--check`, fails if they are stale. */
import { readFile, writeFile } from "node:fs/promises";
import { readSpec } from "@testsigma-tms/codegen";
import { operationsTable } from "./readme/operations-table.ts";
import { withBlock } from "./readme/with-block.ts";

const readme = new URL("../../README.md", import.meta.url);
const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const text = await readFile(readme, "utf8");
const current = withBlock(text, "operations", operationsTable(operations));

if (!process.argv.includes("--check")) {
  await writeFile(readme, current);
} else if (text !== current) {
  console.error('README.md does not match the spec. Run "pnpm generate" and commit it.');
  process.exitCode = 1;
}
