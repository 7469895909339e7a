import type { Schema, Spec } from "@testsigma-tms/codegen";
import type { OpenAPI3 } from "openapi-typescript";

/**
 * Copies the text of a schema to each property that refers to it and has no text of its own, because editors show what
 * stands at the property only.
 */
export function describeReferences({ document, resolve }: Spec): OpenAPI3 {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key !== "properties" || !isRecord(value)) return value;
    const described = Object.entries(value).map(([name, property]) => {
      if (!isRecord(property) || typeof property.$ref !== "string") return [name, property];
      const { description, format, deprecated, example, examples } = resolve<Schema>(property);
      return [name, { description, format, deprecated, example, examples, ...property }];
    });
    return Object.fromEntries(described);
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
