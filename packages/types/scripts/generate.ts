/**
 * Writes `src/generated/openapi.ts` from the bundled OpenAPI document; with `--check`, writes nothing and fails when the
 * committed file is not what would be written. The only file that calls openapi-typescript.
 */
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const target = new URL("../src/generated/openapi.ts", import.meta.url);

// A request member with a `default` stays optional to send.
const ast = await openapiTS(source, { defaultNonNullable: false });
const generated = `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".\n\n${astToString(ast)}`;

if (process.argv.includes("--check")) {
  const committed = await readFile(target, "utf8").catch(() => "");
  if (committed !== generated) {
    console.error(
      'packages/types/src/generated/openapi.ts does not match the spec. Run "pnpm generate" and commit it.',
    );
    process.exit(1);
  }
} else {
  await writeFile(target, generated);
}
