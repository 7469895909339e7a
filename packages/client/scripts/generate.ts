/**
 * Writes `src/generated/` from the bundled spec. Only `operations.ts` is in git, where its changes are reviewed: with
 * `--check`, the script only fails if that file is out of date. With `--tables`, it writes the others, for a build.
 */
import { writeGenerated } from "@testsigma-tms/scripts/write-generated";
import { readSpec } from "@testsigma-tms/spec/reader";
import { printOperations, printRoutes } from "./print-operations.ts";
import { printSchemas } from "./print-schemas.ts";
import { readOperations } from "./read-operations.ts";

await writeGenerated(new URL("../src/generated/", import.meta.url), async () => {
  const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  const operations = readOperations(spec);
  // All are printed, because each printer rejects what it does not support.
  const types = { "operations.ts": printOperations(operations, spec) };
  const tables = { "routes.ts": printRoutes(operations, spec), "schemas.ts": printSchemas(spec) };
  if (process.argv.includes("--check")) return types;
  return process.argv.includes("--tables") ? tables : { ...types, ...tables };
});
