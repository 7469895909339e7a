/**
 * Writes `src/generated/operations.ts` from the bundled OpenAPI document; with `--check`, writes nothing and fails when
 * the committed file is not what would be written.
 */
import { readFile, writeFile } from "node:fs/promises";
import { printOperations } from "./print-operations.ts";
import { type Json, readOperations } from "./read-operations.ts";

const source = new URL(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const target = new URL("../src/generated/operations.ts", import.meta.url);

const document = JSON.parse(await readFile(source, "utf8")) as Json;
const serverUrls = (document.servers as { url: string }[]).map(({ url }) => url);
const generated = printOperations(readOperations(document), serverUrls);

if (process.argv.includes("--check")) {
  const committed = await readFile(target, "utf8").catch(() => "");
  if (committed !== generated) {
    console.error(
      'packages/client/src/generated/operations.ts does not match the spec. Run "pnpm generate" and commit it.',
    );
    process.exit(1);
  }
} else {
  await writeFile(target, generated);
}
