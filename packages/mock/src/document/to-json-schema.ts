import { mapNodes, type Node, textAt } from "./node.js";

/**
 * Copies a part of an OpenAPI document so that its schemas are JSON Schema 2020-12, as in OpenAPI 3.1, each of which can be
 * used alone: references name the document. A part that is converted already stays as it is.
 */
export function toJsonSchema(part: Node, document: Node): Node {
  const isOld = textAt(document, "openapi")?.startsWith("3.0") === true;
  return mapNodes(part, (node) => withDocumentId(isOld ? fromOpenApi30(node) : node)) as Node;
}

/** The name under which schemas refer to their document: an absolute one, so that the `$id` of a schema changes nothing. */
export const documentId = "spec:document";

function withDocumentId(node: Node): Node {
  const reference = textAt(node, "$ref");
  return reference?.startsWith("#") ? { ...node, $ref: documentId + reference } : node;
}

function fromOpenApi30(node: Node): Node {
  if (node.nullable !== true && !isFlag(node.exclusiveMinimum) && !isFlag(node.exclusiveMaximum)) return node;
  const { nullable, exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...others } = node;
  return {
    ...others,
    ...(nullable === true && withNull(node)),
    ...bound("minimum", "exclusiveMinimum", minimum, exclusiveMinimum),
    ...bound("maximum", "exclusiveMaximum", maximum, exclusiveMaximum),
  };
}

const isFlag = (value: unknown) => typeof value === "boolean";

function withNull({ type, enum: values }: Node): Node {
  return {
    ...(typeof type === "string" && { type: [type, "null"] }),
    ...(Array.isArray(values) && { enum: [...new Set([...values, null])] }),
  };
}

/** In OpenAPI 3.0, `exclusiveMinimum` is a flag beside `minimum`. */
function bound(inclusive: string, exclusive: string, limit: unknown, flag: unknown): Node {
  if (limit === undefined) return {};
  return { [flag === true ? exclusive : inclusive]: limit };
}
