import { type OpenApiDocument, operationsOf, resolve, type Schema } from "./openapi.ts";

/**
 * Gives each field the one example that Redoc prints. It does not read the `examples` of OpenAPI 3.1; a field without
 * them takes its value from the first request example that has the field.
 */
export function showFieldExamples(document: OpenApiDocument): void {
  for (const schema of Object.values(document.components.schemas ?? {}) as Schema[]) {
    for (const property of Object.values(schema.properties ?? {})) useFirstExample(property);
  }
  for (const { operation } of operationsOf(document)) {
    if (!operation.requestBody) continue;
    const media = resolve(document, operation.requestBody).content["application/json"];
    const properties = media?.schema ? resolve(document, media.schema).properties : undefined;
    for (const example of Object.values(media?.examples ?? {})) {
      const body = resolve(document, example).value as Record<string, unknown>;
      for (const [name, property] of Object.entries(properties ?? {})) {
        if (!("$ref" in property) && name in body) property.example ??= body[name];
      }
    }
  }
}

function useFirstExample(property: Schema | { $ref: string }): void {
  if ("$ref" in property) return;
  if (property.examples?.length) property.example ??= property.examples[0];
  delete property.examples;
  for (const child of Object.values(property.properties ?? {})) useFirstExample(child);
  if (property.items) useFirstExample(property.items);
}
