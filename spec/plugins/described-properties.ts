import type { Oas3Rule } from "@redocly/openapi-core";

const isBlank = (text: unknown) => typeof text !== "string" || text.trim() === "";

/**
 * Rejects a schema property, a parameter or a response header without a description. A property that is a `$ref` needs
 * a description beside the `$ref`: editors show only that one.
 */
export const describedProperties: Oas3Rule = () => ({
  SchemaProperties(properties, { location, report }) {
    for (const [name, property] of Object.entries(properties)) {
      if (!("description" in property) || isBlank(property.description))
        report(missing(`property \`${name}\``, location.child(name)));
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
