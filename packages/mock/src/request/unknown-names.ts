import type { Resolve } from "../api/api.js";
import { isNode, type Node, nodesAt } from "../api/node.js";
import type { Operation, Schema } from "../api/operation.js";
import { didYouMean } from "../did-you-mean.js";

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
      const property = known.get(name);
      if (isNode(property)) add(inner, property, join(path, name));
      else if (property === undefined && !isOpen) {
        warnings.push(unknown("body property", join(path, name), name, known.keys()));
      }
    }
  }
}

interface Names {
  known: ReadonlyMap<string, unknown>;
  /** True if other names are allowed too. */
  isOpen: boolean;
  /** The schema of an array's items. */
  items: Node | undefined;
}

const namesBySchema = new WeakMap<Schema, Names>();

/** Returns the names that a schema knows; cached. */
function namesIn(schema: Schema, resolve: Resolve): Names {
  const names = namesBySchema.get(schema) ?? readNames(withParts(schema, resolve));
  namesBySchema.set(schema, names);
  return names;
}

function readNames(parts: Node[]): Names {
  const known = new Map(parts.flatMap((part) => (isNode(part.properties) ? Object.entries(part.properties) : [])));
  const isOpen =
    known.size === 0 || parts.some((part) => isNode(part.additionalProperties) || "patternProperties" in part);
  return { known, isOpen, items: parts.map((part) => part.items).find(isNode) };
}

/** Returns a schema and those it combines. One that combines itself would have overflowed Ajv's stack earlier. */
function withParts(schema: Schema, resolve: Resolve): Node[] {
  const resolved = resolve(schema);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => nodesAt(resolved, keyword));
  return [resolved, ...parts.flatMap((part) => withParts(part, resolve))];
}

/** Paging parameters that the service and the client use, although the spec names only some of them. */
const pagingNames = new Set(["page", "page_size", "cursor", "next", "prev"]);

/** Returns warnings of query parameters that an operation does not have: the service ignores them. */
export function unknownQuery(query: URLSearchParams, { parameters, items }: Operation): string[] {
  const known = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const isKnown = (name: string) => known.includes(name) || (items.length > 0 && pagingNames.has(name));
  const names = [...new Set(query.keys())].filter((name) => !isKnown(name));
  return names.map((name) => unknown("query parameter", name, name, known));
}

const unknown = (kind: string, path: string, name: string, known: Iterable<string>) =>
  `Request ${kind} ${path} is not in the spec${didYouMean(name, known)}`;

const join = (path: string, name: string | number) => (path === "" ? String(name) : `${path}.${name}`);
