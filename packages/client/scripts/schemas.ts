import type { Schema, Spec } from "@testsigma-tms/codegen";

export type Resolve = Spec["resolve"];

/** The type that a schema names; `undefined` where it names none or several. */
export function typeOf(schema: Schema): string | undefined {
  const types = [schema.type ?? []].flat();
  return types.length === 1 ? types[0] : undefined;
}

/** Whether every value of a schema is an object. */
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

/** Whether a text is the content of a file, and not encoded into the text. */
export function isFile(node: Schema, resolve: Resolve): boolean {
  const { type, format, contentMediaType, contentEncoding, items } = resolve<Schema>(node);
  if (type === "array" && typeof items === "object") return isFile(items as Schema, resolve);
  return (
    type === "string" && (format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined))
  );
}

/** The properties of an object, with those of its `allOf`, `oneOf` and `anyOf`. */
export function propertiesOf(node: Schema, resolve: Resolve, seen: readonly Schema[] = []): Map<string, Schema> {
  if (seen.includes(node)) return new Map();
  const { properties = {}, allOf = [], oneOf = [], anyOf = [] } = resolve<Schema>(node);
  const parts = [...allOf, ...oneOf, ...anyOf] as Schema[];
  return new Map([
    ...parts.flatMap((part) => [...propertiesOf(part, resolve, [...seen, node])]),
    ...(Object.entries(properties) as [string, Schema][]),
  ]);
}

/** The properties that an object must have, by itself and its `allOf`. */
export function requiredOf(node: Schema, resolve: Resolve, seen: readonly Schema[] = []): string[] {
  if (seen.includes(node)) return [];
  const { required = [], allOf = [] } = resolve<Schema>(node);
  return [...required, ...(allOf as Schema[]).flatMap((part) => requiredOf(part, resolve, [...seen, node]))];
}
