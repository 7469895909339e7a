import type { Oas3Decorator } from "@redocly/openapi-core";
import { markOf, requiredProvenanceKey } from "./provenance.ts";

/**
 * Writes each `x-provenance` into the description beside it, and each `x-required-provenance` into those of the required
 * properties: generated types and editors show only descriptions.
 */
export const provenanceInDescriptions: Oas3Decorator = () => {
  // A component is visited once for each place that refers to it.
  const marked = new WeakSet<object>();
  const writeMark = (node: object) => {
    const mark = markOf(node);
    if (!mark || marked.has(node)) return;
    marked.add(node);
    append(node, `\n\nProvenance: **${mark}**.`);
  };
  const requiring = new WeakSet<object>();
  return {
    any: {
      leave(node: unknown) {
        if (typeof node === "object" && node !== null) writeMark(node);
      },
    },
    Schema: {
      leave({ properties = {}, required = [], ...schema }) {
        // A property that is a `$ref` is not visited itself: the walk goes on to what it refers to.
        for (const property of Object.values(properties)) writeMark(property);
        const mark = markOf(schema, requiredProvenanceKey);
        if (!mark || requiring.has(properties)) return;
        requiring.add(properties);
        for (const name of required) {
          if (properties[name]) append(properties[name], ` Required: **${mark}**.`);
        }
      },
    },
  };
};

function append(node: object, text: string): void {
  const description: unknown = Reflect.get(node, "description") ?? "";
  if (typeof description === "string") Reflect.set(node, "description", `${description.trim()}${text}`.trim());
}
