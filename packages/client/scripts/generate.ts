/**
 * Writes `src/generated/` from the bundled OpenAPI document; with `--check`, writes nothing and fails when a committed
 * file is not what would be written.
 */
import { readFile } from "node:fs/promises";
import { createSpec, writeGenerated } from "@testsigma-tms/codegen";
import { printOperations } from "./print-operations.ts";
import { printSchemas } from "./print-schemas.ts";
import { readOperations } from "./read-operations.ts";
import type { Json } from "./resolve.ts";

const source = new URL(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const document = JSON.parse(await readFile(source, "utf8"));
const serverUrls = (document.servers as { url: string }[]).map(({ url }) => url);
const operations = readOperations(document as Json);

await writeGenerated(new URL("../src/generated/", import.meta.url), {
  "operations.ts": printOperations(operations, serverUrls).replace(/^.*\n\n/, ""),
  "schemas.ts": printSchemas(createSpec(document)),
});
