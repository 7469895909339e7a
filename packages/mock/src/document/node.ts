/** An object of a parsed document, of which nothing is known yet. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object inside a node; an empty one where there is none. */
export const nodeAt = (node: Node, key: string): Node => {
  const value = node[key];
  return isNode(value) ? value : {};
};

/** The objects of an array inside a node. */
export const nodesAt = (node: Node, key: string): Node[] => {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

/** A text inside a node. */
export const textAt = (node: Node, key: string): string | undefined => {
  const value = node[key];
  return typeof value === "string" ? value : undefined;
};

const dataKeywords = new Set(["example", "default", "enum", "const", "value"]);
/** Keywords of OpenAPI and JSON Schema whose keys are names, not keywords. */
const mapKeywords = new Set([
  ...["paths", "pathItems", "callbacks", "responses", "parameters", "requestBodies", "headers", "links", "examples"],
  ...["securitySchemes", "content", "encoding", "schemas", "mapping", "variables", "scopes", "x-files"],
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
]);

/** Copies a document; `change` sees each of its objects, but no data such as examples and no map of names. */
export function mapNodes(node: unknown, change: (node: Node) => Node, isMap = false): unknown {
  if (Array.isArray(node)) return node.map((item) => mapNodes(item, change));
  if (!isNode(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => {
    const isData = !isMap && (dataKeywords.has(key) || (key === "examples" && Array.isArray(value)));
    return [key, isData ? value : mapNodes(value, change, !isMap && mapKeywords.has(key))] as const;
  });
  const copy: Node = Object.fromEntries(entries);
  return isMap ? copy : change(copy);
}
