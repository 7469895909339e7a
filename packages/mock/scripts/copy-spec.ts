/** Puts the bundled spec beside the code, for Prism's command: the published package has no other dependency on it. */
import { copyFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

await copyFile(
  fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json")),
  new URL("../dist/openapi.json", import.meta.url),
);
