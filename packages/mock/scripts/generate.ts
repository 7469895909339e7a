/**
 * Writes `src/generated/scenarios.ts` from the bundled OpenAPI document; with `--check`, writes nothing and fails when
 * the committed file is not what would be written.
 */
import { readFile, writeFile } from "node:fs/promises";
import { loadDocument } from "../src/load-document.ts";

const target = new URL("../src/generated/scenarios.ts", import.meta.url);

const { operations } = await loadDocument();
const table = Object.fromEntries(
  operations.map(({ id, scenarios }) => [
    id,
    Object.fromEntries([...scenarios].map(([name, { status }]) => [name, status])),
  ]),
);
const generated = `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

/** The named response examples of each operation, with their status. */
export const scenarios = ${JSON.stringify(table, null, 2)} as const;
`;

if (process.argv.includes("--check")) {
  const committed = await readFile(target, "utf8").catch(() => "");
  if (committed !== generated) {
    console.error(
      'packages/mock/src/generated/scenarios.ts does not match the spec. Run "pnpm generate" and commit it.',
    );
    process.exit(1);
  }
} else {
  await writeFile(target, generated);
}
