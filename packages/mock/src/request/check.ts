import type { Resolve } from "../api/api.js";
import type { Operation } from "../api/operation.js";
import type { MockRequest } from "../http/mock-request.js";
import { type CredentialProblem, checkCredential } from "./check-credential.js";
import { checkRequest } from "./check-request.js";
import { readBody } from "./read-body.js";
import type { RequestBody } from "./request-body.js";
import type { RequestParameters } from "./request-parameters.js";
import type { SchemaChecks } from "./schema-checks.js";
import { unknownProperties, unknownQuery } from "./unknown-names.js";
import type { Violation } from "./violation.js";

/** The contents of a request, and everything that is wrong with it. */
export interface CheckedRequest {
  parameters: RequestParameters;
  body: RequestBody | undefined;
  /** Set if the request has no usable key; nothing else is checked then. */
  credentialProblem?: CredentialProblem | undefined;
  violations: Violation[];
  /** Things that are accepted but are probably mistakes. */
  warnings: string[];
}

/** Checks a request against its operation. Throws a `Rejection` for a body that cannot be read. */
export async function check(
  request: MockRequest,
  { operation, path }: { operation: Operation; path: ReadonlyMap<string, string> },
  { checks, resolve, bodyLimit }: { checks: SchemaChecks; resolve: Resolve; bodyLimit: number | undefined },
): Promise<CheckedRequest> {
  const { headers } = request;
  const query = request.url.searchParams;
  const parameters = { path, query, headers };
  const credentialProblem = checkCredential(operation, headers);
  if (credentialProblem) return { parameters, body: undefined, credentialProblem, violations: [], warnings: [] };
  const body = await readBody(request, operation, bodyLimit);
  const violations = checkRequest(operation, parameters, body, checks);
  const inBody = body ? unknownProperties(body.value, body.content.schema, resolve) : [];
  const warnings = violations.length > 0 ? [] : [...unknownQuery(query, operation), ...inBody];
  return { parameters, body, violations, warnings };
}
