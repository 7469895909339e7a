import { describeProvenance, type Schema, type Spec } from "@testsigma-tms/codegen";
import type { OpenAPI3 } from "openapi-typescript";

/**
 * Copies the document with the text that editors show: where each statement is known from, and at a property that refers
 * to a schema the text of that schema, if the property has no text itself.
 */
export function describeReferences({ document, resolve }: Spec): OpenAPI3 {
  return JSON.parse(JSON.stringify(describeProvenance(document)), (key, value: unknown) => {
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
