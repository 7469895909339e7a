/** `pnpm build`, after `pnpm pages` or its cache: leaves in `dist/` only what belongs to the docs of today. */
import { fileURLToPath } from "node:url";
import { deleteOldFiles } from "../src/delete-old-files.ts";

await deleteOldFiles(fileURLToPath(new URL("../dist", import.meta.url)));
