import {
  isFile,
  isJson,
  isObject,
  mapAll,
  type Operation,
  requiredOf,
  type Schema,
  type Spec,
  type SpecResponse,
} from "@testsigma-tms/spec/reader";
import { isRecord } from "../src/describe.ts";
import type { OperationSchemas, SchemaTables } from "../src/validation/find-problems.ts";
import type { Schema as CheckedSchema } from "../src/validation/json-schema.ts";

/** Prints the source of `src/generated/schemas.ts`: the schemas that validation checks inputs and responses against. */
export function printSchemas(spec: Spec): string {
  const { schemas, operationSchemas } = readSchemas(spec);
  return `import type { SchemaTables } from "../validation/find-problems.js";

export const schemas: SchemaTables["schemas"] = {
${printRows(schemas)}};

export const operationSchemas: SchemaTables["operationSchemas"] = {
${printRows(operationSchemas)}};
`;
}

function printRows(rows: Record<string, unknown>): string {
  return Object.entries(rows)
    .map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)},\n`)
    .join("");
}

/**
 * Reads the schemas of every operation. Each component is in a table once and is referred to by name, so that a schema
 * may contain itself.
 *
 * @throws {Error} for a keyword that validation does not check, naming its place
 */
export function readSchemas(spec: Spec): SchemaTables {
  const schemas: Record<string, CheckedSchema> = {};
  const slim = (schema: Schema, place: string): CheckedSchema =>
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

/** Keywords that are meant for people or other tools. */
const annotations = words(`$comment contentEncoding contentMediaType contentSchema default deprecated description
  example examples externalDocs readOnly title writeOnly xml`);
/** Keywords that hold a plain value. */
const assertions = words("enum format minItems minLength minProperties minimum pattern required type");
const withSchemas = words("allOf anyOf");
const withNamedSchemas = words("patternProperties properties");
const known = ["$ref", "items", ...assertions, ...withSchemas, ...withNamedSchemas].sort();

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}

/**
 * Reduces a schema to the keywords that validation checks.
 *
 * @param place the place of the schema, for error messages
 * @param nameOf returns the name of the schema that a `$ref` leads to
 * @throws {Error} for a keyword that validation does not check, or a value of one that it could not check
 */
function slimSchema(schema: unknown, place: string, nameOf: (reference: string) => string): CheckedSchema {
  if (!isRecord(schema)) return schema !== false;

  function slimValue(keyword: string, value: unknown): unknown {
    const slim = (part: unknown, name: string | number) => slimSchema(part, `${place}/${name}`, nameOf);
    if (keyword === "enum" && Array.isArray(value) && value.some((item) => typeof item === "object" && item)) {
      throw new Error(`${place}: validation checks an \`enum\` of texts, numbers, booleans and null only.`);
    }
    if (keyword === "$ref") return nameOf(String(value));
    if (assertions.has(keyword)) return value;
    if (keyword === "items") return slim(value, keyword);
    if (withSchemas.has(keyword) && Array.isArray(value)) return value.map(slim);
    if (withNamedSchemas.has(keyword) && isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, slim(part, name)]));
    }
    const advice = "Express it with these, or add the keyword to src/validation/json-schema.ts.";
    throw new Error(`${place}: validation does not check \`${keyword}\`; it checks ${known.join(", ")}. ${advice}`);
  }

  const entries = Object.entries(isFile(schema) ? fileSchema(schema) : schema)
    .filter(([keyword, value]) => isChecked(keyword, value))
    .map(([keyword, value]) => [keyword, slimValue(keyword, value)]);
  return entries.length > 0 ? Object.fromEntries(entries) : true;
}

function isChecked(keyword: string, value: unknown): boolean {
  if (annotations.has(keyword) || keyword.startsWith("x-")) return false;
  // The only format that validation checks.
  if (keyword === "format") return value === "uuid";
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return !(isEmpty && ["required", "properties"].includes(keyword));
}

/** Replaces the type `string` of a file by `file`, a type that only validation knows. */
const fileSchema = ({ type = "string", format: _, ...schema }: Record<string, unknown>) => ({
  ...schema,
  type: Array.isArray(type) ? type.map((item) => (item === "string" ? "file" : item)) : "file",
});
