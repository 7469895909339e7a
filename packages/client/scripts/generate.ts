/**
 * Writes `src/generated/` from the bundled OpenAPI document; with `--check`, writes nothing and fails when a committed
 * file is not what would be written.
 */
import { readFile } from "node:fs/promises";
import { writeGenerated } from "../../../scripts/write-generated.ts";
import { printOperations } from "./print-operations.ts";
import { printValidators } from "./print-validators.ts";
import { readOperations } from "./read-operations.ts";
import type { Json } from "./resolve.ts";

const source = new URL(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const document = JSON.parse(await readFile(source, "utf8")) as Json;
const serverUrls = (document.servers as { url: string }[]).map(({ url }) => url);
const operations = readOperations(document);

await writeGenerated({
  "packages/client/src/generated/operations.ts": printOperations(operations, serverUrls),
  "packages/client/src/generated/validators.ts": await printValidators(operations, document),
});
