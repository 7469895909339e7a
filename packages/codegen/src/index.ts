export type {
  Example,
  Header,
  MediaType,
  OpenApiDocument,
  Parameter,
  PathItem,
  Provenance,
  Reference,
  RequestBody,
  Response,
  Schema,
  Tag,
} from "./open-api.ts";
export { type Operation, responseOf, type SpecResponse } from "./operation.ts";
export { createSpec, readSpec, type Spec } from "./spec.ts";
export { writeGenerated } from "./write-generated.ts";
