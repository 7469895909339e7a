/** Writes `src/generated/` from the bundled spec. */
import { readSpec, writeGenerated } from "@testsigma-tms/codegen";
import { readScenarios } from "../src/api/operation.ts";
import { readApiData } from "./api-data.ts";

/** Prints one entry per line, so that a diff shows what has changed. */
const printLines = (entries: [prefix: string, value: unknown][]) =>
  entries.map(([prefix, value]) => `    ${prefix}${JSON.stringify(value)},\n`).join("");

await writeGenerated(new URL("../src/generated/", import.meta.url), async () => {
  const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  const { operations, schemas, ...servers } = readApiData(spec);

  const table = Object.fromEntries(
    operations.map((operation) => [
      operation.id,
      Object.fromEntries([...readScenarios(operation).values()].map(({ name, status }) => [name, status])),
    ]),
  );

  return {
    "scenarios.ts": `/** The named response examples of each operation, with their status. */
export const scenarios = ${JSON.stringify(table, null, 2)} as const;
`,
    "api.ts": `import type { ApiData } from "../api/operation.js";

/** What the mock knows of the API. */
export const api: ApiData = {
  basePaths: ${JSON.stringify(servers.basePaths)},
  hosts: ${JSON.stringify(servers.hosts)},
  operations: [
${printLines(operations.map((operation) => ["", operation]))}  ],
  schemas: {
${printLines(Object.entries(schemas).map(([name, schema]) => [`${JSON.stringify(name)}: `, schema]))}  },
};
`,
  };
});
