import { isNode } from "../document/node.js";
import type { Operation, Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import type { SchemaChecks } from "../engine/schema-checks.js";
import { toViolation, type Violation } from "../engine/violations.js";
import { type Carried, parametersIn, parseParameters, pathValues } from "./parse-parameters.js";
import type { Body } from "./read-body.js";

const places = ["path", "query", "header", "cookie"];

/** What in a request does not match the schemas of its operation. */
export function checkRequest(
  operation: Operation,
  carried: Carried,
  body: Body | undefined,
  checks: SchemaChecks,
  resolve: Resolve,
): Violation[] {
  const inParameters = [...parameterSchemas(operation)].flatMap(([place, schema]) => {
    const errors = checks.request(schema, parseParameters(operation, place, carried, resolve), "text");
    return errors.map((error) => toViolation(place, error));
  });
  return [...inParameters, ...checkBody(operation, body, checks)];
}

/** What in a body names something else than the path, where both have the property. */
export function checkAgreement({ path: template }: Operation, { path }: Carried, body: Body | undefined): Violation[] {
  const value = body?.value;
  if (!isNode(value)) return [];
  return [...pathValues(template, path)].flatMap(([name, inPath]) => {
    const given = value[name];
    if (typeof given !== "string" || given === inPath) return [];
    const message = `must be the ${name} of the path, ${inPath}; given: ${given}`;
    return [toViolation("body", { path: [name], keyword: "const", message })];
  });
}

function checkBody(operation: Operation, body: Body | undefined, checks: SchemaChecks): Violation[] {
  if (!body) {
    const error = { path: [], keyword: "required", message: "is required" };
    return operation.body?.required ? [toViolation("body", error)] : [];
  }
  const schema = body.content?.schema;
  const errors = schema ? checks.request(schema, body.value, body.kind) : [];
  return [...body.violations, ...errors.map((error) => toViolation("body", error))];
}

const schemas = new WeakMap<Operation, ReadonlyMap<string, Schema>>();

/** The parameters of each place as an object schema, made once. */
function parameterSchemas(operation: Operation): ReadonlyMap<string, Schema> {
  const made = schemas.get(operation) ?? new Map(places.flatMap((place) => toObjectSchema(operation, place)));
  schemas.set(operation, made);
  return made;
}

function toObjectSchema(operation: Operation, place: string): [string, Schema][] {
  const here = parametersIn(operation, place);
  if (here.length === 0) return [];
  const properties = Object.fromEntries(here.map(({ name, schema }) => [name, schema]));
  const required = here.filter((parameter) => parameter.required).map(({ name }) => name);
  return [[place, { type: "object", properties, required }]];
}
