/** Writes `src/generated/scenarios.ts` from the bundled spec. */
import { type Operation, readSpec, writeGenerated } from "@testsigma-tms/codegen";

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

/** The named response examples of an operation with their status; `4XX` counts as 400. */
function scenariosOf({ responses }: Operation): Record<string, number> {
  const named = responses.flatMap(({ status, content }) =>
    content.flatMap(({ examples }) =>
      Object.keys(examples).map((name) => [name, Number(status.replaceAll("X", "0"))] as const),
    ),
  );
  // The response `default` has no status of its own.
  return Object.fromEntries(named.filter(([, status]) => !Number.isNaN(status)));
}

const table = Object.fromEntries(operations.map((operation) => [operation.id, scenariosOf(operation)]));

await writeGenerated(new URL("../src/generated/", import.meta.url), {
  "scenarios.ts": `/** The named response examples of each operation, with their status. */
export const scenarios = ${JSON.stringify(table, null, 2)} as const;
`,
});
