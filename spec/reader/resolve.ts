import type { OpenApiDocument, Reference } from "./open-api.ts";

/**
 * Follows a `$ref` in the document, through further ones, to its target; any other node is returned unchanged.
 * Properties next to a `$ref` override those of its target, as in OpenAPI 3.1. Nested references stay, so that a schema
 * may contain itself.
 *
 * @throws {Error} for a reference that leaves the document, names nothing, or leads back to itself
 */
export type Resolve = <Node extends object>(node: Node | Reference) => Node;

export function createResolve(document: OpenApiDocument): Resolve {
  function follow<Node extends object>(node: Node | Reference, seen: readonly string[]): Node {
    if (!isReference(node)) return node;
    const { $ref: reference, ...siblings } = node;
    if (seen.includes(reference)) throw new Error(`${reference} refers to itself.`);
    const target = follow<Node>(find(document, reference) as Node | Reference, [...seen, reference]);
    return Object.keys(siblings).length > 0 ? { ...target, ...siblings } : target;
  }
  return (node) => follow(node, []);
}

const isReference = (node: object): node is Reference => "$ref" in node && typeof node.$ref === "string";

function find(document: OpenApiDocument, reference: string): object {
  if (!reference.startsWith("#/")) throw new Error(`${reference} leaves the document. Bundle it first.`);
  let node: unknown = document;
  // A JSON pointer in a URI fragment (RFC 6901, section 6).
  for (const key of reference.slice(2).split("/").map(decodeURIComponent)) {
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    node = typeof node === "object" && node !== null ? Reflect.get(node, name) : undefined;
  }
  if (typeof node !== "object" || node === null) throw new Error(`The document has no ${reference}.`);
  return node;
}
