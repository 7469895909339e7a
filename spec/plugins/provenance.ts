/** Where a statement about the API is known from; `openapi.yaml` explains each mark to readers. */
export const marks = ["documented", "observed", "inferred"] as const;

export const provenanceKey = "x-provenance";
