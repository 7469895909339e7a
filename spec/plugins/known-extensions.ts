import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import { provenanceKey, requiredProvenanceKey, sourceKey } from "./provenance.ts";

const dotPath = /^\w+(\.\w+)*$/;

const isDotPaths = (value: unknown) =>
  Array.isArray(value) && value.every((path) => typeof path === "string" && dotPath.test(path));

/** The extensions of an operation, and the values that each accepts. */
const ofOperations: Record<string, { allowed: string; accepts: (value: unknown) => boolean }> = {
  "x-repeatable": { allowed: "true or false", accepts: (value) => typeof value === "boolean" },
  "x-items": {
    allowed: "dot paths of arrays in the response, such as `[data.test_runs]`, or `[]` if `paginate` cannot page it",
    accepts: isDotPaths,
  },
};

/**
 * The extension for the known values of an open string: editors complete them, and every other string stays allowed.
 */
const knownValues = "x-known-values";

const isStrings = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");

/**
 * The extensions that are allowed anywhere; `known-provenance` and `named-sources` check their values where they have a
 * meaning.
 */
const anywhere = [provenanceKey, requiredProvenanceKey, sourceKey];

const ofTypes: Record<string, string[]> = { Operation: Object.keys(ofOperations), Schema: [knownValues] };

/**
 * Rejects an extension that nothing reads, an extension of an operation with a value that it does not accept, and a
 * list operation without `x-items`.
 */
export const knownExtensions: Oas3Rule = () => ({
  any(node: unknown, context: UserContext) {
    if (typeof node !== "object" || node === null) return;
    const known = [...anywhere, ...(ofTypes[context.type.name] ?? [])];
    for (const key of Object.keys(node).filter((name) => name.startsWith("x-"))) {
      if (isHeaderMap(context) || known.includes(key)) continue;
      const message = `The extension \`${key}\` is not known here. Allowed: ${known.join(", ")}.`;
      context.report({ message, location: context.location.child(key).key() });
    }
  },
  Schema(schema, { location, report }) {
    const value: unknown = Reflect.get(schema, knownValues);
    if (value === undefined || (isStrings(value) && !schema.enum)) return;
    const message = schema.enum
      ? `\`${knownValues}\` beside \`enum\`: an enum is closed. Keep one of them.`
      : `\`${knownValues}\` is ${JSON.stringify(value)}. Allowed: a list of strings.`;
    report({ message, location: location.child(knownValues) });
  },
  Operation(operation, { location, report }) {
    for (const [key, { allowed, accepts }] of Object.entries(ofOperations)) {
      const value: unknown = Reflect.get(operation, key);
      if (value === undefined || accepts(value)) continue;
      report({
        message: `\`${key}\` is ${JSON.stringify(value)}. Allowed: ${allowed}.`,
        location: location.child(key),
      });
    }
    if (operation.operationId?.startsWith("list") && !("x-items" in operation)) {
      report({ message: `\`${operation.operationId}\` has no \`x-items\`. Name the array of its items.`, location });
    }
  },
});

/** Tells whether a node is a map of headers, where `x-request-id` is a name and not an extension. */
const isHeaderMap = ({ type }: UserContext) => type.name === "HeadersMap";
