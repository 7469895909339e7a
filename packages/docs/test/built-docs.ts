import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "../src/openapi.ts";

/** The folder that `pnpm build` wrote. */
export const dist = fileURLToPath(new URL("../dist", import.meta.url));

/** The page as a reader opens it from disk. */
export const pageFile = new URL("../dist/index.html", import.meta.url).href;

export const description = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json")), "utf8"),
) as OpenApiDocument;
