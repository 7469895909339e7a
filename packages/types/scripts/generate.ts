/**
 * Writes `src/generated/openapi.ts` from the bundled OpenAPI document; with `--check`, writes nothing and fails when the
 * committed file is not what would be written. The only file that calls openapi-typescript.
 */
import openapiTS, { astToString } from "openapi-typescript";
import { writeGenerated } from "../../../scripts/write-generated.ts";

const source = new URL(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

// A request member with a `default` stays optional to send.
const ast = await openapiTS(source, { defaultNonNullable: false });

await writeGenerated({
  "packages/types/src/generated/openapi.ts": `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

${astToString(ast)}`,
});
