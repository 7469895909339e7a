import type { OperationHelp } from "virtual:operations";
import { type Operation, readSpec, type Schema, type Spec } from "@testsigma-tms/spec/reader";

const name = "virtual:operations";

/** Bundles `virtual:operations`: the help of every operation of the spec, by its id. A plugin of tsdown and Vitest. */
export function operationsPlugin() {
  return {
    name,
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    async load(id: string) {
      if (id !== `\0${name}`) return undefined;
      const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
      const help = spec.operations.map((operation) => [operation.id, helpOf(operation, spec)]);
      return `export const operations = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(help)))});`;
    },
  };
}

function helpOf({ summary, method, parameters, requestBody }: Operation, spec: Spec): OperationHelp {
  const inputs = parameters.map(
    ({ name, schema, required }) => [name, valuesOf(schema, spec), required === true] as const,
  );
  const body = requestBody?.content[0]?.schema;
  const { properties, required } = body ? membersOf(body, spec) : { properties: {}, required: [] };
  const members = Object.entries(properties).map(([name, schema]) => {
    return [name, valuesOf(schema, spec), required.includes(name)] as const;
  });
  // A path parameter can be a property of the body too.
  const names = new Set(inputs.map(([name]) => name));
  return {
    summary,
    isDelete: method === "DELETE",
    properties: [...inputs, ...members.filter(([name]) => !names.has(name))],
  };
}

/** Returns the properties of an object and of the schemas that it is made of. */
function membersOf(node: Schema, { resolve }: Spec): { properties: Record<string, Schema>; required: string[] } {
  const schema = resolve<Schema>(node);
  const parts = (schema.allOf ?? []).map((part) => membersOf(part, { resolve } as Spec));
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), schema.properties),
    required: [...parts.flatMap(({ required }) => required), ...(schema.required ?? [])],
  };
}

/** Returns the values of a schema in words, such as `ACTIVE | CLOSED`, `uuid` or `list of text`. */
function valuesOf(node: Schema | boolean | undefined, spec: Spec): string {
  if (typeof node !== "object") return "JSON";
  const schema = spec.resolve<Schema>(node);
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema["x-known-values"]) return schema["x-known-values"].join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map((item) => valuesOf(item, spec)))].join(" | ");
  if (schema.format === "binary" || schema.contentMediaType) return "file";
  const types = [schema.type ?? "object"].flat().filter((type) => type !== "null");
  return types.map((type) => valuesOfType(type, schema, spec)).join(" | ");
}

function valuesOfType(type: string, schema: Schema, spec: Spec): string {
  if (type === "string") return schema.format ?? "text";
  if (type === "array") return `list of ${valuesOf(schema.items, spec)}`;
  if (type === "boolean") return "true | false";
  return type === "object" ? "JSON object" : type;
}
