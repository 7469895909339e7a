import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSpec, type OpenApiDocument } from "@testsigma-tms/codegen";
import { printOperations } from "../../../packages/client/scripts/print-operations.ts";
import { printRoutes } from "../../../packages/client/scripts/print-routes.ts";
import { printSchemas } from "../../../packages/client/scripts/print-schemas.ts";
import { readOperations } from "../../../packages/client/scripts/read-operations.ts";
import { printErrorBodies } from "../../../packages/types/scripts/print-error-bodies.ts";
import { printTypes } from "../../../packages/types/scripts/print-types.ts";

const packages = fileURLToPath(new URL("../../../packages/", import.meta.url));

/** Modules of the client that call operations of this API, which a made-up API does not have, by name. */
const namedOperations = ["find-project", "wait-for-import", "wait-for-run-cases"];

/**
 * Writes the client and its types for this spec into a folder: their real sources, with files generated from the spec.
 * Resolves to the ids of the operations.
 */
export async function generateClient(document: OpenApiDocument, folder: string): Promise<string[]> {
  const spec = createSpec(document);
  const operations = readOperations(spec);
  for (const name of ["client", "types"]) {
    await cp(join(packages, name, "src"), join(folder, name), { recursive: true });
  }
  await Promise.all(namedOperations.map((name) => rm(join(folder, "client/recipes", `${name}.ts`))));
  const index = (await readFile(join(packages, "client/src/index.ts"), "utf8")).split("\n");
  const files = {
    "client/index.ts": index.filter((line) => !namedOperations.some((name) => line.includes(name))).join("\n"),
    "types/generated/openapi.ts": await printTypes(spec),
    "types/generated/error-bodies.ts": printErrorBodies(spec),
    "client/generated/operations.ts": printOperations(operations),
    "client/generated/routes.ts": printRoutes(operations, spec),
    "client/generated/schemas.ts": printSchemas(spec),
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify({
      extends: join(packages, "../tsconfig.base.json"),
      compilerOptions: {
        lib: ["es2022", "dom", "dom.iterable"],
        paths: { "@testsigma-tms/types": [join(folder, "types/index.ts")] },
      },
    }),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await symlink(join(packages, "client/node_modules"), join(folder, "node_modules"), "junction");
  return operations.map(({ id }) => id);
}
