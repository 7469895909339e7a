/** `pnpm build`: writes the docs to `dist/`. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocs, bundlesFolder } from "../src/build-docs.ts";
import { buildRedoc } from "../src/redoc/build-redoc.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));

await buildDocs({ into: dist });
await buildRedoc(join(bundlesFolder, "openapi.json"), join(dist, "redoc.html"));
