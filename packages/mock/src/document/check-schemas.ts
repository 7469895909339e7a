import { Ajv2020 } from "ajv/dist/2020.js";
import type { Operation } from "./operation.js";

/** The schemas of an operation that cannot be compiled; Prism lets everything pass such a schema, without a word. */
export function schemaProblems({ id, prism }: Operation): string[] {
  // Formats are not checked here: Prism ignores those that it does not know.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  const { __bundled__ } = prism as { __bundled__?: object };
  const parameters = ["path", "query", "headers", "cookie"] as const;
  const schemas = [
    ...parameters.flatMap((place) => (prism.request?.[place] ?? []).map(({ schema }) => schema)),
    ...(prism.request?.body?.contents ?? []).map(({ schema }) => schema),
    ...prism.responses.flatMap(({ contents = [] }) => contents.map(({ schema }) => schema)),
  ];
  return schemas.flatMap((schema) => {
    if (schema === undefined) return [];
    try {
      ajv.compile({ ...(schema as object), __bundled__ });
      return [];
    } catch (error) {
      return [`A schema of ${id} cannot be used: ${(error as Error).message}`];
    }
  });
}
