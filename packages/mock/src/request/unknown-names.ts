import type { Resolve } from "../api/api.js";
import { isNode, type Node, nodesAt } from "../api/node.js";
import type { Operation, Schema } from "../api/operation.js";
import { didYouMean } from "../did-you-mean.js";

/** Warns of the properties of a body that its schema does not name: they pass, as on the service, and do nothing. */
export function unknownProperties(body: unknown, bodySchema: Schema, resolve: Resolve): string[] {
  const warnings: string[] = [];
  add(body, bodySchema, "");
  return warnings;

  function add(value: unknown, schema: Schema, path: string): void {
    // Most values are no objects, and have no names.
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
  /** Whether other names are fine too. */
  isOpen: boolean;
  /** The schema of an array's items. */
  items: Node | undefined;
}

const namesBySchema = new WeakMap<Schema, Names>();

/** Returns what a schema says about names, read once. */
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

/** Returns a schema with the schemas that it is combined of. One that is combined of itself overflows Ajv before. */
function withParts(schema: Schema, resolve: Resolve): Node[] {
  const resolved = resolve(schema);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => nodesAt(resolved, keyword));
  return [resolved, ...parts.flatMap((part) => withParts(part, resolve))];
}

/** The service pages lists with these, and so does the client, although the spec names only some. */
const pagingNames = new Set(["page", "page_size", "cursor", "next", "prev"]);

/** Warns of query parameters that an operation does not have: the service ignores them. */
export function unknownQuery(query: URLSearchParams, { parameters, items }: Operation): string[] {
  const known = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const isKnown = (name: string) => known.includes(name) || (items.length > 0 && pagingNames.has(name));
  const names = [...new Set(query.keys())].filter((name) => !isKnown(name));
  return names.map((name) => unknown("query parameter", name, name, known));
}

const unknown = (kind: string, path: string, name: string, known: Iterable<string>) =>
  `Request ${kind} ${path} is not in the spec${didYouMean(name, known)}`;

const join = (path: string, name: string | number) => (path === "" ? String(name) : `${path}.${name}`);
