import type { Schema } from "./open-api.ts";
import type { Resolve } from "./resolve.ts";

/** Returns the only type of a schema; `undefined` if it has none or several. */
export function typeOf({ type }: Schema): string | undefined {
  const types = [type ?? []].flat();
  return types.length === 1 ? types[0] : undefined;
}

/** Returns whether every value of a schema is an object. */
export function isObject(node: Schema, resolve: Resolve, seen: readonly Schema[] = []): boolean {
  const schema = resolve<Schema>(node);
  if (schema.type !== undefined) return typeOf(schema) === "object";
  if (seen.includes(node)) return false;
  const isInner = (inner: Schema) => isObject(inner, resolve, [...seen, node]);
  const { properties, allOf, oneOf = [], anyOf = [] } = schema;
  const alternatives = [...oneOf, ...anyOf] as Schema[];
  return (
    properties !== undefined ||
    (allOf as Schema[] | undefined)?.some(isInner) === true ||
    (alternatives.length > 0 && alternatives.every(isInner))
  );
}

/** Returns whether a media type is JSON, such as `application/json; charset=utf-8` or `application/problem+json`. */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

/** The keywords that identify a file. */
export interface FileKeywords {
  type?: unknown;
  format?: string;
  contentMediaType?: string;
  contentEncoding?: string;
}

/**
 * Returns the media type of a string that is the content of a file; `undefined` for any other schema. A file has
 * `format: binary` or a `contentMediaType`. Encoded content (`contentEncoding`) and JSON (`contentMediaType:
 * application/json`) are text: a form part with such content needs no file name.
 */
export function fileType({
  type = "string",
  format,
  contentMediaType,
  contentEncoding,
}: FileKeywords): string | undefined {
  if (![type].flat().includes("string") || contentEncoding !== undefined) return undefined;
  if (contentMediaType !== undefined) return isJson(contentMediaType) ? undefined : contentMediaType;
  return format === "binary" ? "application/octet-stream" : undefined;
}

export function isFile(schema: FileKeywords): boolean {
  return fileType(schema) !== undefined;
}

/** Returns whether a schema is the content of a file, or a list of files. */
export function hasFiles(node: Schema, resolve: Resolve): boolean {
  const schema = resolve<Schema>(node);
  return typeOf(schema) === "array" && typeof schema.items === "object"
    ? hasFiles(schema.items as Schema, resolve)
    : isFile(schema);
}

/**
 * Returns the properties of an object, including those of its `allOf`, `oneOf` and `anyOf`, which its own properties
 * override.
 */
export function propertiesOf(node: Schema, resolve: Resolve, seen: readonly Schema[] = []): Map<string, Schema> {
  if (seen.includes(node)) return new Map();
  const { properties = {}, allOf = [], oneOf = [], anyOf = [] } = resolve<Schema>(node);
  const parts = [...allOf, ...oneOf, ...anyOf] as Schema[];
  return new Map([
    ...parts.flatMap((part) => [...propertiesOf(part, resolve, [...seen, node])]),
    ...(Object.entries(properties) as [string, Schema][]),
  ]);
}

/** Returns the names of the properties that every value of an object has. */
export function requiredOf(node: Schema, resolve: Resolve): string[] {
  return merged(node, resolve).required ?? [];
}

/**
 * Merges a schema with its `$ref` and its `allOf`; nested references stay. The schema's own keywords take precedence,
 * but `properties` and `required` are merged.
 */
export function merged(node: Schema, resolve: Resolve, seen: readonly Schema[] = []): Schema {
  const { allOf = [], ...own } = resolve<Schema>(node);
  if (allOf.length === 0 || seen.includes(node)) return own;
  const parts: Schema[] = [...(allOf as Schema[]).map((part) => merged(part, resolve, [...seen, node])), own];
  const whole: Schema = Object.assign({}, ...parts);
  for (const key of ["properties", "patternProperties"] as const) {
    if (key in whole) Object.assign(whole, { [key]: Object.assign({}, ...parts.map((part) => part[key])) });
  }
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  return required.length > 0 ? { ...whole, required } : whole;
}
