import { componentType, isJson, type Operation, responseFor, type Schema, type Spec } from "@testsigma-tms/spec/reader";

/**
 * Prints `ErrorBodies`: the body of each failing status, over all operations. It is printed because a type that computes
 * it from `operations` costs the compiler more with every operation.
 */
export function printErrorBodies(spec: Spec): string {
  const { operations } = spec;
  const failures = operations.flatMap(({ responses }) => responses.filter(({ isSuccess }) => !isSuccess));
  const statuses = new Set(failures.map(({ status }) => Number(status)).filter(Number.isInteger));
  const rows = [...statuses]
    .sort((a, b) => a - b)
    .map((status) => ({
      status,
      types: new Set(operations.flatMap((operation) => bodyTypes(operation, status, spec))),
    }))
    .filter(({ types }) => types.size > 0);

  return `/** The documented JSON bodies of each failing status, over all operations. */
export interface ErrorBodies {
${rows.map(({ status, types }) => `    ${status}: ${[...types].sort().join(" | ")};\n`).join("")}}
`;
}

/**
 * Returns the types of the bodies that an operation documents for a status, whether by the status itself, a range such
 * as `4XX` or `default`.
 */
function bodyTypes(operation: Operation, status: number, spec: Spec): string[] {
  const response = responseFor(operation, status);
  return (response?.content ?? [])
    .filter(({ mediaType }) => isJson(mediaType))
    .flatMap(({ mediaType, schema }) => {
      const place = [operation.id, "responses", response?.status, "content", mediaType];
      return schemaNames(schema, spec) ?? `operations${place.map((key) => `[${JSON.stringify(key)}]`).join("")}`;
    });
}

/** Returns the type names of a schema that only refers to others; `undefined` for any other schema. */
function schemaNames(schema: Schema | undefined, spec: Spec): string[] | undefined {
  const alternatives = schema?.oneOf ?? schema?.anyOf ?? [schema];
  const names = alternatives.map((alternative) => componentType(alternative, spec));
  return names.every((name) => name !== undefined) ? names : undefined;
}
