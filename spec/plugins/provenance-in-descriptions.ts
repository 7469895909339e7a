import type { Oas3Decorator } from "@redocly/openapi-core";
import { provenanceKey } from "./provenance.ts";

/** Writes each `x-provenance` into the description beside it: generated types and editors show only descriptions. */
export const provenanceInDescriptions: Oas3Decorator = () => {
  // A component is visited once for each place that refers to it.
  const done = new WeakSet<object>();
  return {
    any: {
      leave(node: unknown) {
        if (typeof node !== "object" || node === null || done.has(node)) return;
        const mark: unknown = Reflect.get(node, provenanceKey);
        const description: unknown = Reflect.get(node, "description") ?? "";
        if (typeof mark !== "string" || typeof description !== "string") return;
        done.add(node);
        Reflect.set(node, "description", `${description.trim()}\n\nProvenance: **${mark}**.`.trim());
      },
    },
  };
};
