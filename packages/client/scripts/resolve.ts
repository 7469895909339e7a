/** One JSON object of the OpenAPI document. */
export type Json = { [key: string]: unknown };

/** Follows `$ref` into the document; members beside it win, as OpenAPI 3.1 has it for schemas. */
export function createResolve(document: Json) {
  return function resolve(node: unknown): Json {
    const { $ref: reference, ...beside } = (node ?? {}) as Json;
    if (typeof reference !== "string") return beside;
    const target = reference
      .slice(2)
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((at, part) => (at as Json)[part], document);
    return { ...resolve(target), ...beside };
  };
}

export type Resolve = ReturnType<typeof createResolve>;

export const asArray = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);

/** The schema of a request or response that is JSON. */
export const jsonSchema = (holder: Json) =>
  ((holder.content as Json | undefined)?.["application/json"] as Json | undefined)?.schema;
