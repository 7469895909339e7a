/** Copies the bundled spec into `dist` for Prism's command: the published package does not depend on the spec's. */
import { copyFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

await copyFile(
  fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json")),
  new URL("../dist/openapi.json", import.meta.url),
);
