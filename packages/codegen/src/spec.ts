import { readFile } from "node:fs/promises";
import type { OpenApiDocument } from "./open-api.ts";
import { type Operation, readOperations } from "./operation.ts";
import { createResolve, type Resolve } from "./resolve.ts";

/** A bundled OpenAPI document, read once for all generators. */
export interface Spec {
  document: OpenApiDocument;
  operations: Operation[];
  resolve: Resolve;
}

/**
 * Reads a bundled OpenAPI document from a JSON file.
 *
 * @param file URL or path, such as `import.meta.resolve("@testsigma-tms/spec/openapi.json")`
 */
export async function readSpec(file: string | URL): Promise<Spec> {
  const path = typeof file === "string" && file.startsWith("file:") ? new URL(file) : file;
  return createSpec(JSON.parse(await readFile(path, "utf8")));
}

/** Creates a spec from a bundled OpenAPI document in memory, which is not changed. */
export function createSpec(document: OpenApiDocument): Spec {
  const resolve = createResolve(document);
  return { document, operations: readOperations(document, resolve), resolve };
}
