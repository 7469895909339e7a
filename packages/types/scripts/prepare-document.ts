import {
  createSpec,
  describeProvenance,
  isFile,
  isJson,
  isObject,
  type OpenApiDocument,
  propertiesOf,
  type Schema,
  type Spec,
} from "@testsigma-tms/codegen";
import type { OpenAPI3 } from "openapi-typescript";
import { templateOf } from "./template-keys.ts";

/** The extension that marks the content of a file: in JSON, the same schema is a text. */
export const fileKey = "x-file";

/**
 * Copies the document for openapi-typescript: with the text that editors show, with files marked, and with the names
 * that a pattern allows as properties that `printTypes` recognises.
 */
export function prepareDocument(spec: Spec): OpenAPI3 {
  const described = mapNodes(spec.document, (key, value) =>
    key === "properties" ? mapValues(value, (property) => describeReference(property, spec)) : value,
  );
  const copy = createSpec(describeProvenance(described));
  markFiles(copy);
  const prepared = mapNodes(copy.document, (_, value) =>
    isRecord(value.patternProperties) ? withTemplates(value) : value,
  );
  return prepared as OpenAPI3;
}

const mapNodes = (
  document: OpenApiDocument,
  map: (key: string, value: Record<string, unknown>) => object,
): OpenApiDocument =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) => (isRecord(value) ? map(key, value) : value));

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
  return {
    ...{ description, format, deprecated, example, examples },
    ...property,
    ...(texts.length > 0 && { description: texts.map((text) => text.trim()).join("\n\n") }),
  };
}

/** Marks the parts of forms and the bodies other than JSON that are the content of a file. */
function markFiles({ operations, resolve }: Spec): void {
  const mark = (node: Schema): void => {
    const target = typeof node.$ref === "string" ? resolve<Schema>({ $ref: node.$ref }) : node;
    if (typeof target.items === "object") mark(target.items as Schema);
    if (isFile(target)) Object.assign(target, { [fileKey]: true });
  };
  for (const { requestBody, responses } of operations) {
    for (const { mediaType, schema = {} } of [requestBody, ...responses].flatMap((body) => body?.content ?? [])) {
      if (isJson(mediaType)) continue;
      mark(schema);
      for (const part of propertiesOf(schema, resolve).values()) mark(part);
      for (const part of Object.values(resolve<Schema>(schema).patternProperties ?? {})) mark(part as Schema);
    }
  }
}

/** Turns each pattern that a template literal type can express into a property named by that template. */
function withTemplates({ patternProperties, properties, ...schema }: Record<string, unknown>): object {
  const patterns = Object.entries(patternProperties as object).map(([pattern, part]) => ({
    pattern,
    part,
    template: templateOf(pattern),
  }));
  const others = patterns.filter(({ template }) => template === undefined);
  return {
    ...schema,
    properties: {
      ...(properties as object),
      ...Object.fromEntries(patterns.flatMap(({ template, part }) => (template ? [[template, part]] : []))),
    },
    ...(others.length > 0 && {
      patternProperties: Object.fromEntries(others.map(({ pattern, part }) => [pattern, part])),
    }),
  };
}

const mapValues = (record: Record<string, unknown>, map: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
