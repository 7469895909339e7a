// The reader without the file system, for what also runs in browsers. Only types come from @redocly/openapi-core.
export * from "./map-all.ts";
export type * from "./open-api.ts";
export * from "./operation.ts";
export * from "./provenance.ts";
export * from "./require-supported.ts";
export type { Resolve } from "./resolve.ts";
export * from "./schema.ts";
export * from "./spec.ts";
export * from "./type-names.ts";
