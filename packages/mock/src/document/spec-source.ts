// Apart from `load-document.ts`: declarations that consumers read must not lead to Prism's, which do not type-check
// without a package that is not installed with them.

/** An OpenAPI document that is already parsed. */
export type OpenApiDocument = { openapi: string } & Record<string, unknown>;

/** Where an OpenAPI document comes from: a path, a `file:` URL, or the parsed document. */
export type SpecSource = string | URL | OpenApiDocument;

/** Thrown when the OpenAPI document cannot be read or used. */
export class SpecError extends Error {
  override name = "SpecError";
}
