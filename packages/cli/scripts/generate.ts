/** Writes `src/generated/` from the bundled spec; with `--check`, only fails when a committed file is out of date. */
import { readSpec, type Spec, writeGenerated } from "@testsigma-tms/codegen";
import { readOperations } from "./read-operations.ts";

await writeGenerated(new URL("../src/generated/", import.meta.url), async () => {
  const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  return { "operations.ts": printOperations(spec) };
});

function printOperations(spec: Spec): string {
  return `import type { ApiOperation } from "../command/api-operation.js";

/** Every operation of the API, for \`testsigma-tms api\`. */
export const apiOperations: readonly ApiOperation[] = [
${readOperations(spec)
  .map((operation) => `  ${JSON.stringify(operation)},\n`)
  .join("")}];
`;
}
