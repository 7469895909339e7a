// The reader without the file system, for what also runs in browsers. Types only come from @redocly/openapi-core.
export { isProblem, mapAll, runAll } from "./map-all.ts";
export type {
  Example,
  Header,
  Marked,
  MediaType,
  OpenApiDocument,
  Parameter,
  PathItem,
  Provenance,
  RequestBody,
  Response,
  Schema,
  Tag,
} from "./open-api.ts";
export type { Content, Operation, SpecResponse } from "./operation.ts";
export { exampleOf, responseFor } from "./operation.ts";
export { describeProvenance, provenanceText } from "./provenance.ts";
export { requireSupported } from "./require-supported.ts";
export type { Resolve } from "./resolve.ts";
export {
  fileType,
  hasFiles,
  isFile,
  isJson,
  isObject,
  merged,
  propertiesOf,
  requiredOf,
  typeOf,
} from "./schema.ts";
export { createSpec, type Spec } from "./spec.ts";
export { componentType, operationTypes, typeNameOf } from "./type-names.ts";
