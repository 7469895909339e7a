import type { Schema } from "./open-api.ts";
import type { Spec } from "./spec.ts";

/** The names that the generated files use themselves. */
const taken = new Set([
  ...["Blob", "ErrorBodies", "FileContent", "Omit", "Promise", "Record", "WithRequired"],
  ...["CallOptions", "FormParts", "HeaderProperties", "JsonBody", "OperationMethods", "PathProperties"],
  ...["QueryProperties", "Result", "WholeBody"],
]);

/** Returns the type names of an operation's input and result. */
export function operationTypes(id: string) {
  const capitalized = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  return { input: `${capitalized}Input`, result: `${capitalized}Result` };
}

const knownTypes = new WeakMap<Spec["operations"], Set<string>>();

/** Returns the type names of all operations; cached, because every reference to a schema asks for them. */
function typesOf(operations: Spec["operations"]): Set<string> {
  const names =
    knownTypes.get(operations) ?? new Set(operations.flatMap(({ id }) => Object.values(operationTypes(id))));
  knownTypes.set(operations, names);
  return names;
}

/**
 * Returns the type name of a schema: `test-run` becomes `TestRun`, and `CreateTestRunResult` becomes
 * `CreateTestRunResultSchema` if that is the name of an operation's type.
 */
export function typeNameOf(schemaName: string, { operations }: Pick<Spec, "operations">): string {
  const name = schemaName.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
  const isTaken = taken.has(name) || typesOf(operations).has(name);
  return isTaken ? `${name}Schema` : name;
}

/** Returns the type name of the component that a schema refers to; `undefined` for any other schema. */
export function componentType(schema: Schema | undefined, spec: Pick<Spec, "operations">): string | undefined {
  const [, name] = /^#\/components\/schemas\/([^/]+)$/.exec(String(schema?.$ref)) ?? [];
  return name && typeNameOf(name, spec);
}
