import type { Oas3Rule } from "@redocly/openapi-core";
import { marks, provenanceKey } from "./provenance.ts";

/**
 * Refuses a schema property, parameter, response header, response or example that does not say where it is known from.
 * The mark is never assumed: a forgotten one must not read as "documented".
 */
export const knownProvenance: Oas3Rule = () => {
  const check = (what: string, node: object, location: object, report: (problem: never) => void) => {
    const mark: unknown = Reflect.get(node, provenanceKey);
    if (marks.some((known) => known === mark)) return;
    const found = mark === undefined ? "has no" : `has the unknown ${JSON.stringify(mark)} as`;
    const message = `The ${what} ${found} \`${provenanceKey}\`. Allowed: ${marks.join(", ")}.`;
    report({ message, location } as never);
  };
  return {
    SchemaProperties(properties, { location, report, resolve }) {
      for (const [name, property] of Object.entries(properties)) {
        const node = provenanceKey in property ? property : (resolve<object>(property).node ?? {});
        check(`property \`${name}\``, node, location.child(name), report);
      }
    },
    Parameter: (node, { location, report }) => check(`parameter \`${node.name}\``, node, location, report),
    Header: (node, { location, report }) => check("response header", node, location, report),
    Response: (node, { location, report }) => check("response", node, location, report),
    Example: (node, { location, report }) => check("example", node, location, report),
  };
};
