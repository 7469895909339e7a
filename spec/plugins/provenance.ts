/** The possible origins of a statement about the API; `openapi.yaml` explains each of these marks to readers. */
export const marks = ["documented", "observed", "inferred"] as const;

export type Mark = (typeof marks)[number];

/** The extension that marks the origin of the thing itself. */
export const provenanceKey = "x-provenance";

/** The extension that marks the origin of the statement that the properties in `required` are required. */
export const requiredProvenanceKey = "x-required-provenance";

/** The extension that names the sources of an observed statement. */
export const sourceKey = "x-source";

/** Returns the mark of a node under a key; `undefined` if it has no known mark. */
export function markOf(node: object, key: string = provenanceKey): Mark | undefined {
  const value: unknown = Reflect.get(node, key);
  return marks.find((mark) => mark === value);
}
