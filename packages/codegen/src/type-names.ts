import type { Schema } from "./open-api.ts";
import type { Spec } from "./spec.ts";

/** The names that the generated files use themselves. */
const taken = new Set([
  ...["Blob", "ErrorBodies", "FileContent", "Omit", "Promise", "Record", "WithRequired"],
  ...["CallOptions", "FormParts", "HeaderProperties", "JsonBody", "OperationMethods", "PathProperties"],
  ...["QueryProperties", "Result", "WholeBody"],
]);

const capitalized = (id: string) => `${id[0]?.toUpperCase()}${id.slice(1)}`;

/** Returns the type names of an operation's input and result. */
export const operationTypes = (id: string) => ({
  input: `${capitalized(id)}Input`,
  result: `${capitalized(id)}Result`,
});

/**
 * Returns the type name of a schema: `test-run` becomes `TestRun`, and `CreateTestRunResult` becomes
 * `CreateTestRunResultSchema` if that is the name of an operation's type.
 */
export function typeNameOf(schemaName: string, { operations }: Pick<Spec, "operations">): string {
  const name = schemaName.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
  const isTaken = taken.has(name) || operations.some(({ id }) => Object.values(operationTypes(id)).includes(name));
  return isTaken ? `${name}Schema` : name;
}

/** Returns the type name of the component that a schema refers to; `undefined` for any other schema. */
export function componentType(schema: Schema | undefined, spec: Pick<Spec, "operations">): string | undefined {
  const [, name] = /^#\/components\/schemas\/([^/]+)$/.exec(String(schema?.$ref)) ?? [];
  return name && typeNameOf(name, spec);
}
