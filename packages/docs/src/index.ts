export type { DocsServer } from "./listen.ts";
export { type ServeDocsOptions, serveDocs } from "./serve-docs.ts";
