import { isRef, type Oas3Rule } from "@redocly/openapi-core";
import { type Mark, markOf } from "./provenance.ts";

/**
 * Rejects a documented property inside an observed or inferred one: if the container is not documented, neither is the
 * property's place. The marks in a referenced schema apply to that schema, wherever it is used.
 */
export const consistentProvenance: Oas3Rule = () => ({
  SchemaProperties(properties, { location, report }) {
    for (const [name, property] of Object.entries(properties)) {
      const mark = markOf(property);
      if (!mark || mark === "documented") continue;
      for (const path of documentedBelow(property)) {
        report({
          message: `The property \`${[name, ...path].join(".")}\` is documented inside \`${name}\`, which is ${mark}. Mark it ${mark} too.`,
          location: location.child(name),
        });
      }
    }
  },
});

/** Returns the paths of the documented properties below a schema, without following references. */
function documentedBelow(schema: unknown): string[][] {
  if (typeof schema !== "object" || schema === null || isRef(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (typeof value !== "object" || value === null) return [];
    if (keyword !== "properties" && keyword !== "patternProperties") return documentedBelow(value);
    return Object.entries<object>(value).flatMap(([name, property]) => {
      const inner = documentedBelow(property).map((path) => [name, ...path]);
      const mark: Mark | undefined = markOf(property);
      return mark === "documented" ? [[name], ...inner] : inner;
    });
  });
}
