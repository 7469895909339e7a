/** An object of parsed JSON, of which nothing is known yet. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns an object inside a node; an empty one if there is none. */
export const nodeAt = (node: Node, key: string): Node => {
  const value = node[key];
  return isNode(value) ? value : {};
};

/** Returns the objects of an array inside a node. */
export const nodesAt = (node: Node, key: string): Node[] => {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};
