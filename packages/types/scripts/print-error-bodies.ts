import { isJson, type Operation, responseFor, type Schema, type Spec } from "@testsigma-tms/codegen";
import { typeNameOf } from "./name-schemas.ts";

/**
 * Prints the source of `src/generated/error-bodies.ts`: the body of each failing status, over all operations. Printed, and
 * not computed from `operations` by a type, because that costs the compiler more with every operation.
 */
export function printErrorBodies({ operations }: Spec): string {
  const failures = operations.flatMap(({ responses }) => responses.filter(({ isSuccess }) => !isSuccess));
  const statuses = new Set(failures.map(({ status }) => Number(status)).filter(Number.isInteger));
  const rows = [...statuses]
    .sort((one, other) => one - other)
    .map((status) => ({ status, types: new Set(operations.flatMap((operation) => bodyTypes(operation, status))) }))
    .filter(({ types }) => types.size > 0);

  const imports = new Set(rows.flatMap(({ types }) => [...types].map((type) => type.replace(/\[.*/, ""))));
  const importLine = `import type { ${[...imports].sort().join(", ")} } from "./openapi.js";\n\n`;
  return `${imports.size > 0 ? importLine : ""}/** The documented JSON bodies of each failing status, over all operations. */
export interface ErrorBodies {
${rows.map(({ status, types }) => `    ${status}: ${[...types].sort().join(" | ")};\n`).join("")}}
`;
}

/** The types of the bodies that an operation documents for a status, be it by a range such as `4XX` or by `default`. */
function bodyTypes(operation: Operation, status: number): string[] {
  const response = responseFor(operation, status);
  return (response?.content ?? [])
    .filter(({ mediaType }) => isJson(mediaType))
    .flatMap(({ mediaType, schema }) => {
      const place = [operation.id, "responses", response?.status, "content", mediaType];
      return schemaNames(schema) ?? `operations${place.map((key) => `[${JSON.stringify(key)}]`).join("")}`;
    });
}

/** The type names of a schema that refers to others only; `undefined` for any other. */
function schemaNames(schema: Schema | undefined): string[] | undefined {
  const alternatives = schema?.oneOf ?? schema?.anyOf ?? [schema];
  const names = alternatives.map((alternative) => {
    const reference = alternative && "$ref" in alternative ? String(alternative.$ref) : "";
    return /^#\/components\/schemas\/[^/]+$/.test(reference) ? typeNameOf(reference.split("/")[3] ?? "") : undefined;
  });
  return names.every((name) => name !== undefined) ? names : undefined;
}
