import type { Resolve, Schema } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import { isObject } from "../http/json.js";
import { didYouMean, maxListed, shorten } from "../messages.js";

/** Returns warnings of properties that the schema does not name: they are accepted and ignored, as on the service. */
export function unknownProperties(body: unknown, bodySchema: Schema, resolve: Resolve): string[] {
  const warnings: string[] = [];
  add(body, bodySchema, "");
  return warnings;

  function add(value: unknown, schema: Schema, path: string): void {
    // Most values are not objects and have no properties.
    if (typeof value !== "object" || value === null) return;
    const { known, isOpen, items } = namesIn(schema, resolve);
    if (Array.isArray(value)) {
      if (items) for (const [index, item] of value.entries()) add(item, items, join(path, index));
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (warnings.length >= maxListed) return;
      const property = known.get(name);
      if (property !== undefined) add(inner, property, join(path, name));
      else if (!isOpen) warnings.push(unknown("body property", join(path, name), name, known.keys()));
    }
  }
}

interface Names {
  known: ReadonlyMap<string, Schema>;
  /** Whether other names are allowed too. */
  isOpen: boolean;
  /** The schema of an array's items. */
  items: Schema | undefined;
}

const namesBySchema = new WeakMap<Schema, Names>();

/** Returns the names that a schema knows; cached. */
function namesIn(schema: Schema, resolve: Resolve): Names {
  const names = namesBySchema.get(schema) ?? readNames(withParts(schema, resolve));
  namesBySchema.set(schema, names);
  return names;
}

function readNames(parts: Schema[]): Names {
  const known = new Map(parts.flatMap(({ properties = {} }) => Object.entries(properties) as [string, Schema][]));
  const isOpen =
    known.size === 0 || parts.some((part) => isObject(part.additionalProperties) || "patternProperties" in part);
  return { known, isOpen, items: parts.map((part) => part.items as Schema | undefined).find(isObject) as Schema };
}

/** Returns a schema and those it combines. One that combines itself would have overflowed Ajv's stack earlier. */
function withParts(schema: Schema, resolve: Resolve): Schema[] {
  const resolved = resolve<Schema>(schema);
  const { allOf = [], anyOf = [], oneOf = [] } = resolved;
  return [resolved, ...([...allOf, ...anyOf, ...oneOf] as Schema[]).flatMap((part) => withParts(part, resolve))];
}

/** Query parameters that the service takes in every list, although the spec names only some of them. */
const listNames = new Set(["page", "page_size", "cursor", "next", "prev", "search"]);

/** Returns warnings of query parameters that an operation does not have: the service ignores them. */
export function unknownQuery(query: URLSearchParams, { parameters, items }: MockOperation): string[] {
  if (query.size === 0) return [];
  const known = parameters.flatMap(({ name, in: place }) => (name && place === "query" ? [name] : []));
  const isKnown = (name: string) => known.includes(name) || (items.length > 0 && listNames.has(name));
  const names = [...new Set(query.keys())].filter((name) => !isKnown(name)).slice(0, maxListed);
  return names.map((name) => unknown("query parameter", name, name, known));
}

const unknown = (kind: string, path: string, name: string, known: Iterable<string>) =>
  `Request ${kind} ${shorten(path, 200)} is not in the spec${didYouMean(name, known)}`;

const join = (path: string, name: string | number) => (path === "" ? String(name) : `${path}.${name}`);
