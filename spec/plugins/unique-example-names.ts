import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

/**
 * Rejects two examples with the same name within an operation: the names are the mock's scenarios and must identify one
 * response.
 */
export const uniqueExampleNames: Oas3Rule = () => {
  let seen = new Set<string>();
  return {
    Operation: {
      enter() {
        seen = new Set();
      },
      ExamplesMap(examples: Record<string, unknown>, { location, report }: UserContext) {
        for (const name of Object.keys(examples)) {
          if (seen.has(name)) {
            report({
              message: `The operation has two examples named \`${name}\`. Rename one: example names are scenarios of the mock.`,
              location: location.child(name).key(),
            });
          }
          seen.add(name);
        }
      },
    },
  };
};
