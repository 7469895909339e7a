/** `pnpm build`: writes the reference to `dist/`. */
import { fileURLToPath } from "node:url";
import { buildDocs } from "../src/build-docs.ts";

await buildDocs({ into: fileURLToPath(new URL("../dist", import.meta.url)) });
