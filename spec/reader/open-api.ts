import type {
  Oas3_1Definition,
  Oas3_1Schema,
  Oas3Example,
  Oas3Header,
  Oas3MediaType,
  Oas3Operation,
  Oas3Parameter,
  Oas3PathItem,
  Oas3RequestBody,
  Oas3Response,
  Oas3Tag,
  OasRef,
} from "@redocly/openapi-core";

/** The origin of a statement about the API. */
export type Provenance = "documented" | "observed" | "inferred";

/** The marks that any object of the spec may carry. */
export interface Marked {
  "x-provenance"?: Provenance;
  /** The sources of an observed statement, by the names that the document's `x-sources` explains. */
  "x-source"?: string[];
  /** The origin of the statement that the properties are required. */
  "x-required-provenance"?: Provenance;
}

/** A bundled OpenAPI 3.1 document, as its author wrote it: schemas keep their `$ref`s. */
export type OpenApiDocument = Oas3_1Definition;
export type Reference = OasRef;
export type Schema = Oas3_1Schema &
  Marked & {
    /** The known values of an open string. */
    "x-known-values"?: string[];
  };
export type Example = Oas3Example & Marked;
export type MediaType = Oas3MediaType<Oas3_1Schema>;
export type Header = Oas3Header<Oas3_1Schema> & Marked;
export type Parameter = Oas3Parameter<Oas3_1Schema> & Marked;
export type RequestBody = Oas3RequestBody<Oas3_1Schema>;
export type Response = Oas3Response<Oas3_1Schema> & Marked;
export type PathItem = Oas3PathItem<Oas3_1Schema>;
export type Tag = Oas3Tag;

/** An operation object of the document. */
export type OperationObject = Oas3Operation<Oas3_1Schema> & Marked & { "x-repeatable"?: boolean; "x-items"?: string[] };
