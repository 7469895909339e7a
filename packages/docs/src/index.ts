export type { DocsServer } from "./server/listen.ts";
export { type ServeDocsOptions, serveDocs } from "./server/serve-docs.ts";
