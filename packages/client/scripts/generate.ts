/** Writes `src/generated/` from the bundled spec; with `--check`, only fails when a committed file is out of date. */
import { writeGenerated } from "@testsigma-tms/scripts/write-generated";
import { readSpec } from "@testsigma-tms/spec/reader";
import { printOperations, printRoutes } from "./print-operations.ts";
import { printSchemas } from "./print-schemas.ts";
import { readOperations } from "./read-operations.ts";

await writeGenerated(new URL("../src/generated/", import.meta.url), async () => {
  const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  const operations = readOperations(spec);
  return {
    "operations.ts": printOperations(operations, spec),
    "routes.ts": printRoutes(operations, spec),
    "schemas.ts": printSchemas(spec),
  };
});
