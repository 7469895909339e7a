import type { OperationHelp } from "virtual:operations";
import {
  isFile,
  type Operation,
  propertiesOf,
  readSpec,
  requiredOf,
  type Schema,
  type Spec,
} from "@testsigma-tms/spec/reader";

const name = "virtual:operations";

/** Bundles `virtual:operations`: what help says of the spec. A plugin of tsdown and Vitest. */
export function operationsPlugin() {
  return {
    name,
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    async load(id: string) {
      if (id !== `\0${name}`) return undefined;
      const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
      const help = spec.operations.map((operation) => [operation.id, helpOf(operation, spec)]);
      const constants = { operations: Object.fromEntries(help), defaultBaseUrl: spec.document.servers?.[0]?.url };
      return Object.entries(constants)
        .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`)
        .join("");
    },
  };
}

function helpOf({ summary, method, parameters, requestBody }: Operation, spec: Spec): OperationHelp {
  const inputs = new Map(
    parameters.map(({ name, schema, required }) => [name, { schema, isRequired: required === true }]),
  );
  const body = requestBody?.content[0]?.schema;
  const required = body ? requiredOf(body, spec.resolve) : [];
  for (const [name, schema] of body ? propertiesOf(body, spec.resolve) : []) {
    // A path parameter can be a property of the body too.
    if (!inputs.has(name)) inputs.set(name, { schema, isRequired: required.includes(name) });
  }
  const properties = Array.from(
    inputs,
    ([name, { schema, isRequired }]) => [name, valuesOf(schema, spec), isRequired] as const,
  );
  return { summary, isDelete: method === "DELETE", properties };
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
  if (isFile(schema)) return "file";
  const types = [schema.type ?? "object"].flat().filter((type) => type !== "null");
  return types.map((type) => valuesOfType(type, schema, spec)).join(" | ");
}

function valuesOfType(type: string, schema: Schema, spec: Spec): string {
  if (type === "string") return schema.format ?? "text";
  if (type === "array") return `list of ${valuesOf(schema.items, spec)}`;
  if (type === "boolean") return "true | false";
  return type === "object" ? "JSON object" : type;
}
