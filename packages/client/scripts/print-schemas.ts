import type { Operation, Schema, Spec, SpecResponse } from "@testsigma-tms/codegen";
import type { OperationSchemas, Schema as RuntimeSchema, Schemas } from "../src/validation/schema.ts";
import { slimSchema } from "./slim-schema.ts";

/** Prints the source of `src/generated/schemas.ts`: what validation checks inputs and responses against. */
export function printSchemas(spec: Spec): string {
  const { schemas, operationSchemas } = readSchemas(spec);
  return `import type { OperationSchemas, Schemas } from "../validation/schema.js";

/** The schemas that others refer to. */
export const schemas: Schemas = {
${printRows(schemas)}};

/** The schemas of each operation. */
export const operationSchemas: Readonly<Record<string, OperationSchemas>> = {
${printRows(operationSchemas)}};
`;
}

const printRows = (rows: Record<string, unknown>) =>
  Object.entries(rows)
    .map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)},\n`)
    .join("");

/**
 * Reads the schemas of every operation. Each component stands once in a table and is referred to by name, so that a schema
 * may contain itself.
 *
 * @throws {Error} for a keyword that validation does not know, naming its place
 */
export function readSchemas(spec: Spec): { schemas: Schemas; operationSchemas: Record<string, OperationSchemas> } {
  const schemas: Record<string, RuntimeSchema> = {};
  const slim = (schema: Schema, place: string): RuntimeSchema =>
    slimSchema(schema, place, (reference) => {
      const name = reference.replace("#/components/schemas/", "");
      if (!(name in schemas)) {
        // Entered before it is read, because it may refer to itself.
        schemas[name] = true;
        schemas[name] = slim(spec.resolve<Schema>({ $ref: reference }), name);
      }
      return name;
    });

  const rows = spec.operations.map((operation): [string, OperationSchemas] => {
    const { id, responses } = operation;
    const successes = responses.filter(({ isSuccess }) => isSuccess);
    const failures = responses.filter(({ isSuccess }) => !isSuccess);
    const errors = failures.map((response): [string, RuntimeSchema] => [
      response.status,
      slim(bodySchema([response]), `${id}: response ${response.status}`),
    ]);
    return [
      id,
      {
        input: slim(inputSchema(operation, spec), `${id}: input`),
        result: slim(bodySchema(successes), `${id}: response`),
        errors: Object.fromEntries(errors),
      },
    ];
  });
  return { schemas, operationSchemas: Object.fromEntries(rows) };
}

/** The flat input: parameters and the properties of the body side by side; a body that is no object stands below `body`. */
function inputSchema({ parameters, requestBody }: Operation, { resolve }: Spec): Schema {
  const placed = parameters.filter(({ in: place }) => place === "path" || place === "query");
  const own = {
    type: "object",
    properties: Object.fromEntries(placed.map(({ name, schema = {} }) => [name, schema])),
    required: placed.filter(({ required }) => required).map(({ name }) => name),
  };
  if (!requestBody) return own;
  const { isRequired, content } = requestBody;
  const bodies = content.map(({ schema = {} }) => schema);
  const resolved = bodies.map((body) => resolve<Schema>(body));
  if (!resolved.every(({ type }) => type === "object")) {
    const required = isRequired ? [...own.required, "body"] : own.required;
    return { ...own, properties: { ...own.properties, body: anyOf(bodies) }, required };
  }
  if (isRequired) return { allOf: [own, anyOf(bodies)] };
  const names = resolved.flatMap(({ properties = {} }) => Object.keys(properties));
  const ofBody = names.filter((name) => !(name in own.properties));
  const withoutBody = { properties: Object.fromEntries(ofBody.map((name) => [name, { not: {} }])) };
  return { allOf: [own, anyOf([withoutBody, ...bodies])] };
}

/** The body of a response; of several that are documented, any. Other bodies than JSON are not checked. */
function bodySchema(responses: SpecResponse[]): Schema {
  const contents = responses.flatMap(({ content }) => content);
  if (contents.length === 0 || !contents.every(({ mediaType }) => /[/+]json$/.test(mediaType))) return {};
  return anyOf(contents.map(({ schema = {} }) => schema));
}

function anyOf(schemas: Schema[]): Schema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length === 1 && distinct[0] ? distinct[0] : { anyOf: distinct };
}
