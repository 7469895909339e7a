import type { Oas3Rule } from "@redocly/openapi-core";

const isBlank = (text: unknown) => typeof text !== "string" || text.trim() === "";

/** Refuses a schema property, a parameter or a response header without a description. */
export const describedMembers: Oas3Rule = () => ({
  SchemaProperties(properties, { location, report, resolve }) {
    for (const [name, property] of Object.entries(properties)) {
      const described = "description" in property ? property : (resolve<{ description?: string }>(property).node ?? {});
      if (isBlank(described.description)) report(missing(`property \`${name}\``, location.child(name)));
    }
  },
  Parameter(parameter, { location, report }) {
    if (isBlank(parameter.description)) report(missing(`parameter \`${parameter.name}\``, location));
  },
  Header(header, { location, report }) {
    if (isBlank(header.description)) report(missing("response header", location));
  },
});

const missing = <L>(what: string, location: L) => ({
  message: `The ${what} has no description. Add a \`description\` that says what it means.`,
  location,
});
