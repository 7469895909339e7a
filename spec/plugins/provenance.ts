/** Where a statement about the API is known from; `openapi.yaml` explains each mark to readers. */
export const marks = ["documented", "observed", "inferred"] as const;

export type Mark = (typeof marks)[number];

/** Where the thing itself is known from. */
export const provenanceKey = "x-provenance";

/** Where it is known from that the properties in `required` are required. */
export const requiredProvenanceKey = "x-required-provenance";

/** The names of the sources of an observed statement. */
export const sourceKey = "x-source";

/** The mark of a node under a key, or undefined without a known one. */
export function markOf(node: object, key: string = provenanceKey): Mark | undefined {
  const value: unknown = Reflect.get(node, key);
  return marks.find((mark) => mark === value);
}
