import type { Marked, OpenApiDocument } from "./open-api.ts";

/**
 * Returns the origin of a statement as text, such as `Provenance: **observed** (mcp-server). Required: **inferred**.`;
 * empty without a mark.
 */
export function provenanceText({
  "x-provenance": mark,
  "x-source": sources = [],
  "x-required-provenance": required,
}: Marks): string {
  const names = sources.length > 0 ? ` (${sources.join(", ")})` : "";
  return [mark && `Provenance: **${mark}**${names}.`, required && `Required: **${required}**.`]
    .filter(Boolean)
    .join(" ");
}

/** The marks of a node, all of them optional. */
type Marks = { [Key in keyof Marked]?: Marked[Key] | undefined };

/**
 * Copies a document and adds the origin of each statement to its description, because type generators and editors
 * ignore extensions.
 */
export function describeProvenance(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(JSON.stringify(document), (_key, node: unknown) => {
    if (typeof node !== "object" || node === null || Array.isArray(node)) return node;
    const { properties, required, ...marks } = node as Node;
    for (const name of Array.isArray(required) ? required : []) {
      const property = properties?.[name];
      const requiredText = provenanceText({ "x-required-provenance": marks["x-required-provenance"] });
      if (property) append(property, requiredText, " ");
    }
    // A schema's `x-required-provenance` applies to its properties; a parameter is itself required.
    const own = required === true ? marks : { ...marks, "x-required-provenance": undefined };
    append(node, provenanceText(own), "\n\n");
    return node;
  });
}

interface Node extends Marked {
  properties?: Record<string, object>;
  required?: unknown;
}

function append(node: object, text: string, separator: string): void {
  const description: unknown = Reflect.get(node, "description") ?? "";
  if (text === "" || typeof description !== "string") return;
  Reflect.set(node, "description", [description.trim(), text].filter(Boolean).join(separator));
}
