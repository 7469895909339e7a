import { closest, distance } from "fastest-levenshtein";
import { isNode, type Node, nodeAt, nodesAt } from "../document/node.js";
import type { Operation, Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import { parametersIn } from "./parse-parameters.js";

/** Warnings for the properties of a body that its schema does not name: they pass, as on the service, and do nothing. */
export function unknownProperties(body: unknown, bodySchema: Schema, resolve: Resolve): string[] {
  const warnings: string[] = [];
  add(body, bodySchema, "");
  return warnings;

  function add(value: unknown, schema: Schema, path: string): void {
    // Most values are no objects, and have no names.
    if (typeof value !== "object" || value === null) return;
    const { known, isOpen, items } = namesOf(schema, resolve);
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
