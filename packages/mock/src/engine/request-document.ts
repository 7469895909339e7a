import { mapNodes, type Node, nodeAt, textAt } from "../document/node.js";
import type { Operation } from "../document/operation.js";
import { find, pointerKeys } from "../document/resolve.js";

type Mutable = Record<string, unknown>;

/** Prism needs seconds for as many. */
const maxSteps = 1_000;

/**
 * A document of nothing but the requests of one operation, and what these refer to: Prism follows every reference of what
 * it is given, to the end of every way. `undefined` where even these ways are too many.
 */
export function requestDocument(source: Node, { path, method }: Operation): Node | undefined {
  const given = nodeAt(nodeAt(source, "paths"), path);
  const elsewhere = textAt(given, "$ref");
  const item = elsewhere === undefined ? given : find(source, elsewhere);
  const { security: _, ...operation } = nodeAt(item, method.toLowerCase());
  const { openapi, info = {} } = source;
  const document: Mutable = { openapi, info, paths: {} };
  /** What each copied part refers to, by its own reference. */
  const references = new Map<string, string[]>();

  function copy(node: unknown, place: string): unknown {
    const found: string[] = [];
    references.set(place, found);
    return mapNodes(node, ({ example, examples, callbacks, links, ...kept }) => {
      const { $ref: reference } = kept;
      if (typeof reference !== "string") return kept;
      found.push(reference);
      if (reference.startsWith("#/") && !references.has(reference)) {
        put(document, pointerKeys(reference), copy(find(source, reference), reference));
      }
      return kept;
    });
  }

  const { parameters = [] } = item;
  const requests = {
    parameters,
    [method.toLowerCase()]: { ...operation, responses: { default: { description: "" } } },
  };
  put(document, ["paths", path], copy(requests, ""));
  return countSteps(references) < maxSteps ? document : undefined;
}

/** How many references lie on all ways through a document, none of which goes in circles. */
function countSteps(references: ReadonlyMap<string, string[]>): number {
  let steps = 0;
  const follow = (place: string, way: readonly string[]): void => {
    if (way.includes(place) || steps >= maxSteps) return;
    steps++;
    for (const next of references.get(place) ?? []) follow(next, [...way, place]);
  };
  follow("", []);
  return steps;
}

/** Sets a value deep inside an object. Keys come from the document: one may be `__proto__`. */
function put(target: Mutable, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0 || !Object.hasOwn(target, key)) {
    const own = rest.length === 0 ? value : {};
    Object.defineProperty(target, key, { value: own, enumerable: true, writable: true, configurable: true });
  }
  if (rest.length > 0) put(target[key] as Mutable, rest, value);
}
