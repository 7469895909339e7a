/**
 * Writes `src/generated/scenarios.ts` from the bundled OpenAPI document; with `--check`, writes nothing and fails when
 * the committed file is not what would be written.
 */
import { writeGenerated } from "../../../scripts/write-generated.ts";
import { loadDocument } from "../src/load-document.ts";

const { operations } = await loadDocument();
const table = Object.fromEntries(
  operations.map(({ id, scenarios }) => [
    id,
    Object.fromEntries([...scenarios].map(([name, { status }]) => [name, status])),
  ]),
);
const source = `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

/** The named response examples of each operation, with their status. */
export const scenarios = ${JSON.stringify(table, null, 2)} as const;
`;

await writeGenerated({ "packages/mock/src/generated/scenarios.ts": source });
