/** Writes `src/generated/` from the bundled spec; with `--check`, only fails when a committed file is out of date. */
import { readSpec, writeGenerated } from "@testsigma-tms/codegen";
import { printOperations } from "./print-operations.ts";
import { printRoutes } from "./print-routes.ts";
import { printSchemas } from "./print-schemas.ts";
import { readOperations } from "./read-operations.ts";

const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
await writeGenerated(new URL("../src/generated/", import.meta.url), () => {
  const operations = readOperations(spec);
  return {
    "operations.ts": printOperations(operations),
    "routes.ts": printRoutes(operations, spec),
    "schemas.ts": printSchemas(spec),
  };
});
