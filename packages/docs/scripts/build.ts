/** `pnpm build`: writes the reference to `dist/`. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildDocs } from "../src/build-docs.ts";

const bundled = (form: string) =>
  readFile(fileURLToPath(import.meta.resolve(`@testsigma-tms/spec/openapi.${form}`)), "utf8");

await buildDocs({
  document: JSON.parse(await bundled("json")),
  yaml: await bundled("yaml"),
  into: fileURLToPath(new URL("../dist", import.meta.url)),
});
