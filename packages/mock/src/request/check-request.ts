import { isNode } from "../api/node.js";
import type { Operation, Parameter, Schema } from "../api/operation.js";
import { fromText } from "./from-text.js";
import type { RequestBody } from "./request-body.js";
import type { RequestParameters } from "./request-parameters.js";
import type { SchemaChecks } from "./schema-checks.js";
import { toViolation, type Violation } from "./violation.js";

/** Lists where a request does not match its operation, or where its body contradicts its path. */
export function checkRequest(
  operation: Operation,
  parameters: RequestParameters,
  body: RequestBody | undefined,
  checks: SchemaChecks,
): Violation[] {
  const inParameters = parametersByPlace(operation).flatMap(({ place, described, schema }) => {
    const values = Object.fromEntries(described.map((one) => [one.name, readValue(one, parameters)]));
    return checks.check(schema, values).map((error) => toViolation(place, error));
  });
  return [...inParameters, ...checkBody(operation, body, checks), ...checkAgreement(parameters, body)];
}

function checkBody(operation: Operation, body: RequestBody | undefined, checks: SchemaChecks): Violation[] {
  if (body) {
    const errors = checks.check(body.content.schema, body.value);
    return [...body.violations, ...errors.map((error) => toViolation("body", error))];
  }
  return operation.body?.isRequired ? [missingBody] : [];
}

/** Has the same location as in Prism. */
const missingBody: Violation = {
  location: ["request"],
  severity: "Error",
  code: "required",
  message: "Request body is required",
};

/** Lists identifiers in the body that differ from those in the path, which the service uses. */
function checkAgreement({ path }: RequestParameters, body: RequestBody | undefined): Violation[] {
  const properties = body?.value;
  if (!isNode(properties)) return [];
  return [...path].flatMap(([name, inPath]) => {
    const inBody = properties[name];
    if (typeof inBody !== "string" || inBody === inPath) return [];
    const message = `must be the ${name} of the path, ${inPath}; given: ${inBody}`;
    return [toViolation("body", { path: [name], keyword: "const", message })];
  });
}

function readValue({ name, in: place, isList, type }: Parameter, { path, query, headers }: RequestParameters): unknown {
  if (place !== "query") {
    const text = place === "path" ? path.get(name) : headers.get(name);
    if (text === undefined || text === null) return undefined;
    return isList ? text.split(",").map((item) => fromText(item.trim(), type)) : fromText(text, type);
  }
  const texts = query.getAll(name).map((text) => fromText(text, type));
  return isList || texts.length > 1 ? (texts.length > 0 ? texts : undefined) : texts[0];
}

interface PlacedParameters {
  place: Parameter["in"];
  described: Parameter[];
  /** The schema of an object with all these parameters. */
  schema: Schema;
}

const placed = new WeakMap<Operation, PlacedParameters[]>();

/** Returns the parameters of an operation, grouped by place; cached. */
function parametersByPlace(operation: Operation): PlacedParameters[] {
  const known = placed.get(operation);
  if (known) return known;
  const read = (["path", "query", "header"] as const).flatMap((place) => {
    const described = operation.parameters.filter((parameter) => parameter.in === place);
    if (described.length === 0) return [];
    const properties = Object.fromEntries(described.map(({ name, schema }) => [name, schema]));
    const required = described.filter(({ isRequired }) => isRequired).map(({ name }) => name);
    return [{ place, described, schema: { properties, required } }];
  });
  placed.set(operation, read);
  return read;
}
