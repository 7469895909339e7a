import { closest, distance } from "fastest-levenshtein";
import { isNode, type Node, nodeAt, nodesAt } from "../document/node.js";
import type { Operation, Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import { parametersIn } from "./parse-parameters.js";

/** Warnings for the properties of a body that its schema does not name: they pass, as on the service, and do nothing. */
export function unknownProperties(value: unknown, schema: Schema, resolve: Resolve, path = ""): string[] {
  if (Array.isArray(value)) {
    const { items } = namesOf(schema, resolve);
    return items ? value.flatMap((item, index) => unknownProperties(item, items, resolve, join(path, index))) : [];
  }
  if (!isNode(value)) return [];
  const { known, isOpen } = namesOf(schema, resolve);
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = known.get(name);
    if (isNode(property)) return unknownProperties(inner, property, resolve, join(path, name));
    return property !== undefined || isOpen ? [] : [unknown("body property", join(path, name), name, known.keys())];
  });
}

interface Names {
  known: ReadonlyMap<string, unknown>;
  /** Whether other names are fine too. */
  isOpen: boolean;
  /** The schema of an array's items. */
  items: Node | undefined;
}

const read = new WeakMap<Schema, Names>();

/** What a schema says about names, read once. */
function namesOf(schema: Schema, resolve: Resolve): Names {
  const names = read.get(schema) ?? readNames(partsOf(schema, resolve));
  read.set(schema, names);
  return names;
}

function readNames(parts: Node[]): Names {
  const known = new Map(parts.flatMap((part) => (isNode(part.properties) ? Object.entries(part.properties) : [])));
  const isOpen =
    known.size === 0 || parts.some((part) => isNode(part.additionalProperties) || "patternProperties" in part);
  return { known, isOpen, items: parts.map((part) => part.items).find(isNode) };
}

/** Warnings for query parameters that an operation does not have: the service ignores them. */
export function unknownQuery(query: URLSearchParams, operation: Operation, resolve: Resolve): string[] {
  const parameters = parametersIn(operation, "query");
  const known = parameters.map(({ name }) => name);
  const keys = operation.security
    .flat()
    .filter((scheme) => scheme.in === "query")
    .map(({ name }) => name);
  const isKnown = (name: string) => [...known, ...keys].some((one) => name === one || name.startsWith(`${one}[`));
  // A form that explodes names the properties of its object.
  const objects = parameters.flatMap(({ schema }) => Object.keys(nodeAt(resolve(schema), "properties")));
  const names = [...new Set(query.keys())].filter((name) => !isKnown(name) && !objects.includes(name));
  return names.map((name) => unknown("query parameter", name, name, known));
}

function unknown(kind: string, path: string, name: string, known: Iterable<string>): string {
  const near = [...known].filter((one) => distance(name, one) <= Math.max(2, name.length / 3));
  const hint = near.length > 0 ? `; did you mean ${closest(name, near)}?` : "";
  return `Request ${kind} ${path} is not in the spec${hint}`;
}

/** A schema and the schemas that it is combined of. One that is combined of itself never gets here: Ajv overflows first. */
function partsOf(schema: Schema, resolve: Resolve): Node[] {
  const resolved = resolve(schema);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => nodesAt(resolved, keyword));
  return [resolved, ...parts.flatMap((part) => partsOf(part, resolve))];
}

const join = (path: string, name: string | number) => (path === "" ? String(name) : `${path}.${name}`);
