import type { OpenApiDocument } from "./open-api.ts";
import { type Operation, readOperations } from "./operation.ts";
import { createResolve, type Resolve } from "./resolve.ts";

/** A bundled OpenAPI document, read once for all generators. */
export interface Spec {
  document: OpenApiDocument;
  operations: Operation[];
  resolve: Resolve;
}

/** Creates a spec from a bundled OpenAPI document in memory, which is not changed. */
export function createSpec(document: OpenApiDocument): Spec {
  const resolve = createResolve(document);
  return { document, operations: readOperations(document, resolve), resolve };
}
