import { isNode } from "../document/node.js";
import type { Operation, Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import type { SchemaChecks } from "../engine/schema-checks.js";
import { toViolation, type Violation } from "../engine/violations.js";
import { type Carried, parametersIn, parseParameters, type ShapedParameter, withShape } from "./parse-parameters.js";
import type { Body } from "./read-body.js";

/** What in a request does not match the schemas of its operation. */
export function checkRequest(
  operation: Operation,
  carried: Carried,
  body: Body | undefined,
  checks: SchemaChecks,
  resolve: Resolve,
): Violation[] {
  const inParameters = parametersOf(operation, resolve).flatMap(({ place, parameters, schema }) => {
    const errors = checks.request(schema, parseParameters(parameters, carried), "text");
    return errors.map((error) => toViolation(place, error));
  });
  return [...inParameters, ...checkBody(operation, body, checks)];
}

/** What in a body names something else than the path, where both have the property. */
export function checkAgreement({ values }: Carried, body: Body | undefined): Violation[] {
  const value = body?.value;
  if (!isNode(value)) return [];
  return [...values].flatMap(([name, inPath]) => {
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
  const { schema } = body.content;
  const errors = schema ? checks.request(schema, body.value, body.kind) : [];
  return [...body.violations, ...errors.map((error) => toViolation("body", error))];
}

interface PlacedParameters {
  place: string;
  parameters: ShapedParameter[];
  /** Of an object of them all. */
  schema: Schema;
}

const known = new WeakMap<Operation, PlacedParameters[]>();

/** The parameters of an operation by their places, read once. */
function parametersOf(operation: Operation, resolve: Resolve): PlacedParameters[] {
  const places = ["path", "query", "header", "cookie"];
  const read = known.get(operation) ?? places.flatMap((place) => readPlace(operation, place, resolve));
  known.set(operation, read);
  return read;
}

function readPlace(operation: Operation, place: string, resolve: Resolve): PlacedParameters[] {
  const parameters = parametersIn(operation, place).map((parameter) => withShape(parameter, resolve));
  if (parameters.length === 0) return [];
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return [{ place, parameters, schema: { properties, required } }];
}
