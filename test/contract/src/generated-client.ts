import { execFile } from "node:child_process";
import { cp, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { repository } from "@testsigma-tms/scripts/repository";
import { createSpec, type OpenApiDocument } from "@testsigma-tms/spec/reader";
import { printOperations, printRoutes } from "../../../packages/client/scripts/print-operations.ts";
import { printSchemas } from "../../../packages/client/scripts/print-schemas.ts";
import { readOperations } from "../../../packages/client/scripts/read-operations.ts";
import { printTypes } from "../../../packages/types/scripts/print-types.ts";

const packages = join(repository, "packages");

/**
 * Writes the client and its types for a spec into a folder: their real sources, with files generated from the spec. It
 * has the operations of this API, because parts of the client call some of them by name.
 */
export async function generateClient(document: OpenApiDocument, folder: string): Promise<void> {
  const spec = createSpec(document);
  const operations = readOperations(spec);
  for (const name of ["client", "types"]) {
    await cp(join(packages, name, "src"), join(folder, name), { recursive: true });
  }
  const files = {
    "types/generated/openapi.ts": await printTypes(spec),
    "client/generated/operations.ts": printOperations(operations, spec),
    "client/generated/routes.ts": printRoutes(operations, spec),
    "client/generated/schemas.ts": printSchemas(spec),
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify({
      extends: join(repository, "tsconfig.json"),
      include: ["."],
      compilerOptions: {
        lib: ["es2022", "dom", "dom.iterable"],
        paths: { "@testsigma-tms/types": [join(folder, "types/index.ts")] },
      },
    }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await symlink(join(packages, "client/node_modules"), join(folder, "node_modules"), "junction");
}

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/**
 * Type-checks a program in a folder that `generateClient` wrote, and resolves to the number of types that the compiler
 * instantiated; rejects with the compiler's errors.
 */
export async function compile(folder: string, program: string): Promise<number> {
  await writeFile(join(folder, "program.ts"), program);
  const config = join(folder, "tsconfig.program.json");
  await writeFile(config, JSON.stringify({ extends: "./tsconfig.json", files: ["program.ts"] }));
  const output = await new Promise<string>((resolve) =>
    execFile(process.execPath, [tsc, "-p", config, "--extendedDiagnostics"], (_error, stdout) => resolve(stdout)),
  );
  if (output.includes("error TS")) throw new Error(output);
  return Number(/^Instantiations:\s+(\d+)/m.exec(output)?.[1]);
}
