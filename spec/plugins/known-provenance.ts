import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import { markOf, marks, provenanceKey, requiredProvenanceKey } from "./provenance.ts";

/**
 * Rejects an operation, schema property, parameter, response header, response or example that does not say where it is
 * known from, and a schema with `required` that does not say it of that. The mark is never assumed: a forgotten one must
 * not read as "documented". A property that is a `$ref` has its own mark beside it.
 */
export const knownProvenance: Oas3Rule = () => ({
  SchemaProperties(properties, context) {
    for (const [name, property] of Object.entries(properties)) {
      check(`property \`${name}\``, property, context, context.location.child(name));
    }
  },
  Schema(schema, context) {
    const isRequiring = Array.isArray(schema.required) && schema.required.length > 0;
    if (isRequiring || requiredProvenanceKey in schema) {
      check("schema with `required`", schema, context, context.location, requiredProvenanceKey);
    }
  },
  Operation: (node, context) => check("operation", node, context),
  Parameter: (node, context) => check(`parameter \`${node.name}\``, node, context),
  Header: (node, context) => check("response header", node, context),
  Response: (node, context) => check("response", node, context),
  Example: (node, context) => check("example", node, context),
});

function check(
  what: string,
  node: object,
  { report, location }: UserContext,
  at = location,
  key = provenanceKey,
): void {
  if (markOf(node, key)) return;
  const mark: unknown = Reflect.get(node, key);
  const found = mark === undefined ? "has no" : `has the unknown ${JSON.stringify(mark)} as`;
  report({ message: `The ${what} ${found} \`${key}\`. Allowed: ${marks.join(", ")}.`, location: at });
}
