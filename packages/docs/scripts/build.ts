import { fileURLToPath } from "node:url";
import { buildDocs } from "../src/build-docs.ts";

await buildDocs({
  spec: fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json")),
  into: fileURLToPath(new URL("../dist", import.meta.url)),
});
