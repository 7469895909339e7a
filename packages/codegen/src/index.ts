export { exampleOf } from "./example-of.ts";
export { pointerKeys, pointerTo } from "./json-pointer.ts";
export { mapAll, runAll } from "./map-all.ts";
export type {
  Example,
  Header,
  Marked,
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
export type { Content, Operation, SpecResponse } from "./operation.ts";
export { describeProvenance, provenanceText } from "./provenance.ts";
export type { Resolve } from "./resolve.ts";
export {
  type FileKeywords,
  fileType,
  hasFiles,
  isFile,
  isJson,
  isObject,
  merged,
  propertiesOf,
  requiredOf,
  responseFor,
  typeOf,
} from "./schema.ts";
export { createSpec, readSpec, type Spec } from "./spec.ts";
export { componentType, operationTypes, typeNameOf } from "./type-names.ts";
export { writeGenerated } from "./write-generated.ts";
