import type * as OpenApi from "@redocly/openapi-core";

/** The origin of a statement about the API. */
export type Provenance = "documented" | "observed" | "inferred";

/** The marks that any object of the spec may carry. */
export interface Marked {
  "x-provenance"?: Provenance | undefined;
  /** The sources of an observed statement, by the names that the document's `x-sources` explains. */
  "x-source"?: string[] | undefined;
  /** The origin of the statement that the properties are required. */
  "x-required-provenance"?: Provenance | undefined;
}

/** A bundled OpenAPI 3.1 document, as its author wrote it: schemas keep their `$ref`s. */
export type OpenApiDocument = OpenApi.Oas3_1Definition;
export type Reference = OpenApi.OasRef;
export type Schema = OpenApi.Oas3_1Schema &
  Marked & {
    /** The known values of an open string. */
    "x-known-values"?: string[];
  };
export type Example = OpenApi.Oas3Example & Marked;
export type MediaType = OpenApi.Oas3MediaType<OpenApi.Oas3_1Schema>;
export type Header = OpenApi.Oas3Header<OpenApi.Oas3_1Schema> & Marked;
export type Parameter = OpenApi.Oas3Parameter<OpenApi.Oas3_1Schema> & Marked;
export type RequestBody = OpenApi.Oas3RequestBody<OpenApi.Oas3_1Schema>;
export type Response = OpenApi.Oas3Response<OpenApi.Oas3_1Schema> & Marked;
export type PathItem = OpenApi.Oas3PathItem<OpenApi.Oas3_1Schema>;
export type Tag = OpenApi.Oas3Tag;

export type OperationObject = OpenApi.Oas3Operation<OpenApi.Oas3_1Schema> &
  Marked & { "x-repeatable"?: boolean; "x-items"?: string[] };
