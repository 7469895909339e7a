import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import type { Operation } from "./read-operations.ts";
import type { Json } from "./resolve.ts";

/**
 * Prints the TypeScript source of `src/generated/validators.ts`: Ajv's standalone code, which needs no `eval`, bundled
 * because Ajv's ESM output still contains `require()`.
 */
export async function printValidators(operations: Operation[], document: Json): Promise<string> {
  const components = ((document.components as Json | undefined)?.schemas ?? {}) as Json;
  const ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    code: { source: true, esm: true },
    formats: {
      uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
      // JavaScript numbers hold no other integers than the keyword `type` accepts.
      int32: true,
      int64: true,
    },
  });
  ajv.addSchema({ $id: "spec", $defs: slim(components, true) as Json });

  const names: { [exported: string]: string } = {};
  const add = (name: string, schema: unknown) => {
    ajv.addSchema({ $id: name, ...(slim(schema) as Json) });
    names[name] = name;
  };
  for (const { id, inputSchema, resultSchema, errorSchemas } of operations) {
    add(`${id}Input`, inputSchema);
    if (resultSchema) add(`${id}Result`, resultSchema);
    for (const [status, schema] of Object.entries(errorSchemas)) add(`${id}${status}`, schema);
  }

  const bundle = await build({
    stdin: { contents: standalone.default(ajv, names), resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    target: "es2022",
    // Else it holds comments and names with the paths of Ajv's files.
    minify: true,
    lineLimit: 120,
    write: false,
  });
  return `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".
// @ts-nocheck: the code is Ajv's.

${bundle.outputFiles[0]?.text}`;
}

/** Keywords that say something to people only. */
const prose = new Set(["title", "description", "examples", "example", "deprecated", "externalDocs"]);

/** Drops prose and extensions, and points references to the one schema that holds all components. */
function slim(node: unknown, isMap = false): unknown {
  if (Array.isArray(node)) return node.map((item) => slim(item));
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => isMap || (!prose.has(key) && !key.startsWith("x-")));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === "$ref" && !isMap
        ? String(value).replace("#/components/schemas/", "spec#/$defs/")
        : slim(value, !isMap && (key === "properties" || key === "$defs")),
    ]),
  );
}
