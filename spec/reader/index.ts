import { readFile } from "node:fs/promises";
import { createSpec, type Spec } from "./spec.ts";

export * from "./browser.ts";

/**
 * Reads a bundled OpenAPI document from a JSON file.
 *
 * @param file URL or path, such as `import.meta.resolve("@testsigma-tms/spec/openapi.json")`
 */
export async function readSpec(file: string | URL): Promise<Spec> {
  const path = typeof file === "string" && file.startsWith("file:") ? new URL(file) : file;
  return createSpec(JSON.parse(await readFile(path, "utf8")));
}
