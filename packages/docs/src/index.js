export { serveDocs } from "./server/serve-docs.ts";
