/** Writes `src/generated/` from the bundled spec; with `--check`, only fails when a committed file is out of date. */
import { readSpec, writeGenerated } from "@testsigma-tms/codegen";
import { readOperations } from "./read-operations.ts";

const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

await writeGenerated(new URL("../src/generated/", import.meta.url), () => ({
  "operations.ts": `import type { ApiOperation } from "../command/api-operation.js";

/** Every operation of the API, for \`testsigma-tms api\`. */
export const apiOperations: readonly ApiOperation[] = [
${readOperations(spec)
  .map((operation) => `  ${JSON.stringify(operation)},\n`)
  .join("")}];
`,
}));
