export type { FileContent } from "./file-content.js";
export type * from "./generated/openapi.js";
