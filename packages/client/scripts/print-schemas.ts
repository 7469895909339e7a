import {
  isJson,
  isObject,
  mapAll,
  type Operation,
  requiredOf,
  type Schema,
  type Spec,
  type SpecResponse,
} from "@testsigma-tms/codegen";
import type { OperationSchemas, Schema as RuntimeSchema, SchemaTables } from "../src/validation/schema.ts";
import { slimSchema } from "./slim-schema.ts";

/** Prints the source of `src/generated/schemas.ts`: the schemas that validation checks inputs and responses against. */
export function printSchemas(spec: Spec): string {
  const { schemas, operationSchemas } = readSchemas(spec);
  return `import type { SchemaTables } from "../validation/schema.js";

export const schemas: SchemaTables["schemas"] = {
${printRows(schemas)}};

export const operationSchemas: SchemaTables["operationSchemas"] = {
${printRows(operationSchemas)}};
`;
}

const printRows = (rows: Record<string, unknown>) =>
  Object.entries(rows)
    .map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)},\n`)
    .join("");

/**
 * Reads the schemas of every operation. Each component is in a table once and is referred to by name, so that a schema
 * may contain itself.
 *
 * @throws {Error} for a keyword that validation does not know, naming its place
 */
export function readSchemas(spec: Spec): SchemaTables {
  const schemas: Record<string, RuntimeSchema> = {};
  const slim = (schema: Schema, place: string): RuntimeSchema =>
    slimSchema(schema, place, (reference) => {
      const name = reference.replace("#/components/schemas/", "");
      if (!(name in schemas)) {
        // Added before it is read, because it may refer to itself.
        schemas[name] = true;
        schemas[name] = slim(spec.resolve<Schema>({ $ref: reference }), name);
      }
      return name;
    });

  const rows = mapAll(spec.operations, (operation): [string, OperationSchemas] => {
    const { id, responses } = operation;
    const { parameters, body } = inputSchemas(operation, spec);
    const successes = responses.filter(({ isSuccess }) => isSuccess);
    const failures = responses.filter(({ isSuccess }) => !isSuccess);
    const row: OperationSchemas = {
      parameters: slim(parameters, `${id}: parameters`),
      ...(body && { body: { ...body, schema: slim(body.schema, `${id}: body`) } }),
      result: slim(bodySchema(successes), `${id}: response`),
      errors: Object.fromEntries(
        failures.map((response) => [
          response.status,
          slim(bodySchema([response]), `${id}: response ${response.status}`),
        ]),
      ),
    };
    return [id, row];
  });
  return { schemas, operationSchemas: Object.fromEntries(rows) };
}

/**
 * Returns the schemas of the input. The properties of a body that is an object are in the input, next to path and
 * query; any other body is in `body`.
 */
function inputSchemas({ parameters, requestBody }: Operation, { resolve }: Spec) {
  const placed = parameters.filter(({ in: place }) => place === "path" || place === "query");
  const own = {
    type: "object",
    properties: Object.fromEntries(placed.map(({ name, schema = {} }) => [name, schema])),
    required: placed.filter(({ required }) => required).map(({ name }) => name),
  };
  if (!requestBody) return { parameters: own };
  const { isRequired, content } = requestBody;
  const bodies = content.map(({ schema = {} }) => schema);
  const schema = anyOf(bodies);
  if (!bodies.every((body) => isObject(body, resolve))) {
    const required = isRequired ? [...own.required, "body"] : own.required;
    return { parameters: { ...own, properties: { ...own.properties, body: schema }, required } };
  }
  // A path or query parameter is also sent in the body if the body requires it.
  const inBody = new Set(bodies.flatMap((body) => requiredOf(body, resolve)));
  const outside = Object.keys(own.properties).filter((name) => !inBody.has(name));
  if (parameters.some(({ in: place }) => place === "header")) outside.push("headers");
  return { parameters: own, body: { schema, isRequired, outside } };
}

/**
 * Returns the schema of a response body; if several are documented, any of them matches. Only JSON bodies are checked.
 */
function bodySchema(responses: SpecResponse[]): Schema {
  const contents = responses.flatMap(({ content }) => content);
  if (contents.length === 0 || !contents.every(({ mediaType }) => isJson(mediaType))) return {};
  return anyOf(contents.map(({ schema = {} }) => schema));
}

function anyOf(schemas: Schema[]): Schema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length === 1 && distinct[0] ? distinct[0] : { anyOf: distinct };
}
