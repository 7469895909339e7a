import { isJson } from "@testsigma-tms/spec/reader/browser";
import type { Api, MockOperation } from "../api.js";
import { isObject } from "../http/json.js";
import type { MockRequest } from "../http/request.js";
import { type PlacedParameters, placedParameters, readParameters } from "./parameters.js";
import { type RequestBody, readBody } from "./read-body.js";
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

/** Makes a function that checks a request. It rejects with a `Rejection` for a body that cannot be read. */
export function createRequestCheck({ operations, resolve }: Api, checks: SchemaChecks) {
  const places = new Map(operations.map((operation) => [operation, placedParameters(operation, resolve)]));

  return async (
    request: MockRequest,
    { operation, path }: { operation: MockOperation; path: ReadonlyMap<string, string> },
    bodyLimit: number | undefined,
  ): Promise<CheckedRequest> => {
    const credentialProblem = checkCredential(operation, request.headers);
    if (credentialProblem) return { credentialProblem, violations: [], warnings: [] };
    const body = await readBody(request, operation, resolve, bodyLimit);
    const violations = [
      ...checkParameters(places.get(operation) ?? [], request, path, checks),
      ...checkBody(operation, body, checks),
      ...checkAgreement(path, body),
    ];
    const warnings = unknownQuery(request.url.searchParams, operation);
    if (body && isJson(body.content.mediaType)) {
      warnings.push(...unknownProperties(body.value, body.content.schema ?? {}, resolve));
    }
    return { body, violations, warnings };
  };
}

/** The only key that the mock rejects. */
const rejectedKey = "invalid";

/** The name of the scenario for a request without a usable key. */
export type CredentialProblem = "missing_authorization" | "invalid_api_key";

/** Returns what is wrong with the credential of a request, if anything. */
function checkCredential(
  { isSecured }: MockOperation,
  { authorization }: MockRequest["headers"],
): CredentialProblem | undefined {
  if (!isSecured) return undefined;
  if (authorization === undefined) return "missing_authorization";
  // Scheme names are case-insensitive (RFC 9110).
  const [, key] = /^bearer +([^ ].*)/i.exec(authorization) ?? [];
  return key === undefined || key === rejectedKey ? "invalid_api_key" : undefined;
}

function checkParameters(
  places: PlacedParameters[],
  request: MockRequest,
  path: ReadonlyMap<string, string>,
  checks: SchemaChecks,
): Violation[] {
  return places.flatMap((placed) => {
    const errors = checks.check(placed.schema, readParameters(placed, request, path), true);
    return errors.map((error) => toViolation(placed.place, error));
  });
}

function checkBody({ requestBody }: MockOperation, body: RequestBody | undefined, checks: SchemaChecks): Violation[] {
  if (body) {
    const isForm = body.content.mediaType === "multipart/form-data";
    const errors = checks.check(body.content.schema ?? {}, body.value, isForm);
    return [...body.violations, ...errors.map((error) => toViolation("body", error))];
  }
  return requestBody?.isRequired ? [missingBody] : [];
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
  if (!isObject(properties)) return [];
  return [...path].flatMap(([name, inPath]) => {
    const inBody = properties[name];
    if (typeof inBody !== "string" || inBody === inPath) return [];
    const message = `must be the ${name} of the path, ${inPath}, not ${inBody}`;
    return [toViolation("body", { path: [name], keyword: "const", message })];
  });
}
