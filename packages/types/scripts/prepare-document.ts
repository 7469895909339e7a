import { describeProvenance, isObject, type OpenApiDocument, type Schema, type Spec } from "@testsigma-tms/spec/reader";
import type { OpenAPI3 } from "openapi-typescript";

/**
 * Copies the document for openapi-typescript: with the text that editors show, and with the names that a pattern allows
 * as properties that `printTypes` recognises.
 */
export function prepareDocument(spec: Spec): OpenAPI3 {
  const copy: OpenApiDocument = JSON.parse(JSON.stringify(spec.document), (key, value: unknown) => {
    if (!isRecord(value)) return value;
    if (key === "properties") return mapValues(value, (property) => describeReference(property, spec));
    return isRecord(value.patternProperties) ? withTemplates(value, value.patternProperties) : value;
  });
  return describeProvenance(copy) as OpenAPI3;
}

/**
 * Copies the text of a schema to a property that refers to it and has no text of its own. The text of a simple type,
 * such as the unit of a timestamp, is always added: editors show an alias of `number` nowhere else.
 */
function describeReference(property: unknown, { resolve }: Spec): unknown {
  if (!isRecord(property) || typeof property.$ref !== "string") return property;
  const target = resolve<Schema>({ $ref: property.$ref });
  const { description, format, deprecated, example, examples } = target;
  const isSimple = target.type !== "array" && !isObject(target, resolve);
  const texts = [property.description, isSimple && description].filter((text) => typeof text === "string");
  const text = texts.length > 0 && { description: texts.map((text) => text.trim()).join("\n\n") };
  return { description, format, deprecated, example, examples, ...property, ...text };
}

/**
 * Turns a pattern such as `^attachments_[0-9]+$` into a property named `` `attachments_<number>` ``, so that a misspelt
 * name is an error. A pattern that a template literal type cannot express stays.
 */
function withTemplates(schema: Record<string, unknown>, patterns: Record<string, unknown>): object {
  const properties: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const [pattern, part] of Object.entries(patterns)) {
    const template = pattern.replaceAll(/\[0-9\]\+|\\d\+/g, "<number>").replaceAll(/\.[*+]/g, "<string>");
    const [, name] = /^\^((?:[\w-]|<number>|<string>)+)\$$/.exec(template) ?? [];
    if (name) properties[`\`${name}\``] = part;
    else others[pattern] = part;
  }
  return { ...schema, properties: { ...(schema.properties as object), ...properties }, patternProperties: others };
}

const mapValues = (record: Record<string, unknown>, map: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
