import { componentType, type Schema, type Spec } from "@testsigma-tms/codegen";
import type { Operation } from "./read-operations.ts";

/**
 * Prints the types of a method's input and result, using the names of their schemas if they have any; these are to be
 * imported from the types package.
 */
export function printTypes({ id, parameters, body, success, route }: Operation, spec: Spec) {
  const schemaNames: string[] = [];
  const named = (schema: Schema | undefined, fallback: string) => {
    const name = componentType(schema, spec);
    if (name) schemaNames.push(name);
    return name ?? fallback;
  };
  // The form comes first: TypeScript 5 explains a missing body by the last alternative.
  const bodies = [
    body?.formSchema && named(body.formSchema, `FormParts<"${id}">`),
    body?.jsonSchema && !body.isWhole && named(body.jsonSchema, `JsonBody<"${id}">`),
    body?.isWhole && `WholeBody<"${id}">`,
  ].filter(Boolean);
  const input = [
    parameters.path.length > 0 && `PathProperties<"${id}">`,
    parameters.query.length > 0 && `QueryProperties<"${id}">`,
    bodies.length > 1 ? `(${bodies.join(" | ")})` : bodies[0],
    parameters.header.length > 0 && `HeaderProperties<"${id}">`,
  ].filter(Boolean);
  const results = success.json.map(({ status, schema }) => named(schema, `Result<"${id}", ${printStatus(status)}>`));
  const others = [route.returns && { text: "string", blob: "Blob" }[route.returns], success.mayBeEmpty && "undefined"];
  return {
    id,
    input: input.join(" & ") || "Record<never, never>",
    result: [...new Set([...results, ...others.filter(Boolean)])].join(" | "),
    schemaNames,
  };
}

const printStatus = (status: string) => (/^\d+$/.test(status) ? status : JSON.stringify(status));
