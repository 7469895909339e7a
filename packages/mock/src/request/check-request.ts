import type { Resolve } from "../api/api.js";
import { isNode } from "../api/node.js";
import type { Operation, Parameter, Schema } from "../api/operation.js";
import type { MockRequest, RequestHeaders } from "../http/mock-request.js";
import { type CredentialProblem, checkCredential } from "./check-credential.js";
import { fromText } from "./from-text.js";
import { readBody } from "./read-body.js";
import type { RequestBody } from "./request-body.js";
import type { SchemaChecks } from "./schema-checks.js";
import { unknownProperties, unknownQuery } from "./unknown-names.js";
import { toViolation, type Violation } from "./violation.js";

/** The body of a request, and everything that is wrong with it. */
export interface CheckedRequest {
  body?: RequestBody | undefined;
  /** Set if the request has no usable key; nothing else is checked then. */
  credentialProblem?: CredentialProblem;
  violations: Violation[];
  /** Things that are accepted but are probably mistakes. */
  warnings: string[];
}

/** Checks a request against its operation. Throws a `Rejection` for a body that cannot be read. */
export async function checkRequest(
  request: MockRequest,
  { operation, path }: { operation: Operation; path: ReadonlyMap<string, string> },
  { checks, resolve, bodyLimit }: { checks: SchemaChecks; resolve: Resolve; bodyLimit: number | undefined },
): Promise<CheckedRequest> {
  const { headers, url } = request;
  const query = url.searchParams;
  const credentialProblem = checkCredential(operation, headers);
  if (credentialProblem) return { credentialProblem, violations: [], warnings: [] };
  const body = await readBody(request, operation, bodyLimit);
  const violations = [
    ...checkParameters(operation, { path, query, headers }, checks),
    ...checkBody(operation, body, checks),
    ...checkAgreement(path, body),
  ];
  if (violations.length > 0) return { body, violations, warnings: [] };
  const inBody = body ? unknownProperties(body.value, body.content.schema, resolve) : [];
  return { body, violations, warnings: [...unknownQuery(query, operation), ...inBody] };
}

/** The parts of a request other than its body. */
interface RequestParameters {
  /** The path parameters, by their names in the template. */
  path: ReadonlyMap<string, string>;
  query: URLSearchParams;
  headers: RequestHeaders;
}

function checkParameters(operation: Operation, parameters: RequestParameters, checks: SchemaChecks): Violation[] {
  return parametersByPlace(operation).flatMap(({ place, described, schema }) => {
    const values = Object.fromEntries(described.map((one) => [one.name, readValue(one, parameters)]));
    return checks.check(schema, values).map((error) => toViolation(place, error));
  });
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
function checkAgreement(path: ReadonlyMap<string, string>, body: RequestBody | undefined): Violation[] {
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
    if (typeof text !== "string") return undefined;
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
