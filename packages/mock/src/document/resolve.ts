import { isNode, type Node } from "./node.js";
import { SpecError } from "./spec-source.js";
import { documentId, toJsonSchema } from "./to-json-schema.js";

/**
 * Follows the `$ref` of a node to what it names, with its schemas in JSON Schema; properties beside the `$ref` win, as in
 * OpenAPI 3.1. Nested references stay, so that a schema that contains itself stays finite. Throws a {@link SpecError} for a
 * reference to nothing.
 */
export type Resolve = (node: Node) => Node;

export function createResolve(document: Node): Resolve {
  const targets = new Map<string, Node>();
  const targetOf = (reference: string) => {
    const target = targets.get(reference) ?? toJsonSchema(find(document, reference), document);
    targets.set(reference, target);
    return target;
  };
  const follow = (node: Node, seen: readonly string[]): Node => {
    const { $ref: reference, ...beside } = node;
    if (typeof reference !== "string") return node;
    if (seen.includes(reference)) throw new SpecError(`${reference} refers to itself.`);
    return { ...follow(targetOf(reference), [...seen, reference]), ...beside };
  };
  const followed = new WeakMap<Node, Node>();
  return (node) => {
    if (typeof node.$ref !== "string") return node;
    const target = followed.get(node) ?? follow(node, []);
    followed.set(node, target);
    return target;
  };
}

/** What a reference names, as it stands in the document. Throws a {@link SpecError} for a reference to nothing. */
export function find(document: Node, reference: string): Node {
  const [base = "", pointer = ""] = reference.split("#");
  let found: unknown = base === "" || base === documentId ? document : undefined;
  for (const key of pointerKeys(pointer)) {
    const isThere = typeof found === "object" && found !== null && Object.hasOwn(found, key);
    found = isThere ? Reflect.get(found as object, key) : undefined;
  }
  if (!isNode(found)) throw new SpecError(`The document has no #${pointer}.`);
  return found;
}

/** The keys of a JSON pointer in a URI fragment (RFC 6901, section 6), such as `#/components/schemas/Folder`. */
export const pointerKeys = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));

/** Encodes a key for a JSON pointer in a URI fragment. */
export const encodeKey = (key: string) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
