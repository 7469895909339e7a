import { isRef, type Oas3Rule, type UserContext } from "@redocly/openapi-core";
import { markOf, provenanceKey, requiredProvenanceKey, sourceKey } from "./provenance.ts";
import { readSources } from "./sources.ts";

/**
 * Rejects an observed statement without sources, a source that is not in `SOURCES.md`, and a source for a statement
 * that is not observed: readers must be able to check what was observed.
 */
export const namedSources: Oas3Rule = () => {
  const known = Object.keys(readSources());
  const check = (node: unknown, { location, report }: Pick<UserContext, "location" | "report">) => {
    if (typeof node !== "object" || node === null) return;
    const marks = [provenanceKey, requiredProvenanceKey].filter((key) => key in node).map((key) => markOf(node, key));
    // An unknown mark is reported by `known-provenance`.
    if (marks.includes(undefined)) return;
    const isObserved = marks.includes("observed");
    const names: unknown = Reflect.get(node, sourceKey);
    if (names === undefined && !isObserved) return;
    const at = names === undefined ? location : location.child(sourceKey);
    const allowed = `Allowed: a list of names from spec/SOURCES.md (${known.join(", ")}).`;
    if (!isObserved)
      report({ message: `\`${sourceKey}\` belongs to observed statements only. Remove it.`, location: at });
    else if (names === undefined)
      report({ message: `What is observed has no \`${sourceKey}\`. ${allowed}`, location: at });
    else if (!Array.isArray(names) || names.length === 0 || !names.every((name) => known.includes(name))) {
      report({ message: `\`${sourceKey}\` is ${JSON.stringify(names)}. ${allowed}`, location: at });
    }
  };
  return {
    any: (node: unknown, context: UserContext) => check(node, context),
    // The walk continues with the target of a reference and skips what is beside it.
    SchemaProperties(properties, { location, report }) {
      for (const [name, property] of Object.entries(properties)) {
        if (isRef(property)) check(property, { location: location.child(name), report });
      }
    },
  };
};
