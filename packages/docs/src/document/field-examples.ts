import type { Operation, Schema, Spec } from "@testsigma-tms/codegen";

/**
 * Gives each field the one example that Redoc prints. It does not read the `examples` of OpenAPI 3.1; a field without
 * them takes its value from the first request example that has the field. Examples that repeat an enum or a fixed value
 * say nothing, objects stand whole beside the fields: both are left out.
 */
export function showFieldExamples({ document, operations, resolve }: Spec): void {
  for (const schema of Object.values(document.components?.schemas ?? {})) useFirstExample(resolve<Schema>(schema));
  for (const operation of operations) useRequestExamples(operation, resolve);
}

function useRequestExamples({ requestBody }: Operation, resolve: Spec["resolve"]): void {
  for (const { schema, examples } of requestBody?.content ?? []) {
    const properties = Object.entries((schema && resolve<Schema>(schema).properties) ?? {});
    for (const { value } of Object.values(examples)) {
      for (const [name, property] of properties) {
        if ("$ref" in property || hasFixedValues(property) || !isObject(value) || !(name in value)) continue;
        const example: unknown = Reflect.get(value, name);
        if (!isLarge(example)) property.example ??= example;
      }
    }
  }
}

function useFirstExample(schema: Schema): void {
  if ("$ref" in schema) return;
  if (Array.isArray(schema.examples) && !hasFixedValues(schema)) schema.example ??= schema.examples[0];
  delete schema.examples;
  if (hasFixedValues(schema) || isLarge(schema.example)) delete schema.example;
  for (const child of Object.values(schema.properties ?? {})) useFirstExample(child as Schema);
  if (isObject(schema.items)) useFirstExample(schema.items as Schema);
}

const hasFixedValues = (schema: Schema) => schema.enum !== undefined || schema.const !== undefined;

const isLarge = (value: unknown) => (Array.isArray(value) ? value.some(isObject) : isObject(value));

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
