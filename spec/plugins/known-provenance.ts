import { isRef, type Oas3Rule, type UserContext } from "@redocly/openapi-core";
import { markOf, marks, provenanceKey, requiredProvenanceKey } from "./provenance.ts";

/**
 * Rejects an operation, schema property, parameter, response header, response or example without a mark of its origin,
 * a schema with `required` but no mark for that, and an unknown mark anywhere. There is no default mark: a forgotten
 * one must not read as "documented". A property that is a `$ref` has its own mark beside the `$ref`.
 */
export const knownProvenance: Oas3Rule = () => ({
  any: (node: unknown, context: UserContext) => checkValues(node, context),
  SchemaProperties(properties, context) {
    for (const [name, property] of Object.entries(properties)) {
      const location = context.location.child(name);
      checkPresence(`property \`${name}\``, property, { ...context, location });
      // The walk continues with the target of the reference and skips what is beside it.
      if (isRef(property)) checkValues(property, { ...context, location });
    }
  },
  Schema(schema, context) {
    if (!Array.isArray(schema.required) || schema.required.length === 0) return;
    checkPresence("schema with `required`", schema, context, requiredProvenanceKey);
  },
  Operation: (node, context) => checkPresence("operation", node, context),
  Parameter: (node, context) => checkPresence(`parameter \`${node.name}\``, node, context),
  Header: (node, context) => checkPresence("response header", node, context),
  Response: (node, context) => checkPresence("response", node, context),
  Example: (node, context) => checkPresence("example", node, context),
});

type At = Pick<UserContext, "location" | "report">;

function checkPresence(what: string, node: object, { location, report }: At, key = provenanceKey): void {
  if (key in node) return;
  report({ message: `The ${what} has no \`${key}\`. Allowed: ${marks.join(", ")}.`, location });
}

function checkValues(node: unknown, { location, report }: At): void {
  if (typeof node !== "object" || node === null) return;
  for (const key of [provenanceKey, requiredProvenanceKey]) {
    if (!(key in node) || markOf(node, key)) continue;
    const value = JSON.stringify(Reflect.get(node, key));
    report({ message: `\`${key}\` is ${value}. Allowed: ${marks.join(", ")}.`, location: location.child(key) });
  }
}
