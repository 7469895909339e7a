import type { Marked, OpenApiDocument } from "./open-api.ts";

/** Returns the origin of a statement as text, such as `Provenance: **observed** (mcp-probe).`; empty without a mark. */
export function provenanceText({ "x-provenance": mark, "x-source": sources = [] }: Marked): string {
  const names = sources.length > 0 ? ` (${sources.join(", ")})` : "";
  return mark ? `Provenance: **${mark}**${names}.` : "";
}

/**
 * Copies a document and adds the origin of each statement to its description, because type generators and editors
 * ignore extensions.
 */
export function describeProvenance(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(JSON.stringify(document), (_key, node: unknown) => {
    if (typeof node !== "object" || node === null || Array.isArray(node)) return node;
    const { properties, required, "x-required-provenance": requiredMark, ...marks } = node as Node;
    for (const name of requiredMark && Array.isArray(required) ? required : []) {
      const property = properties?.[name];
      if (property) append(property, `Required: **${requiredMark}**.`, " ");
    }
    append(node, provenanceText(marks), "\n\n");
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
