import type { Operation } from "../api/operation.js";
import type { RequestHeaders } from "../http/mock-request.js";

/** The only key that the mock rejects. */
const rejectedKey = "invalid";

/** The name of the scenario for a request without a usable key. */
export type CredentialProblem = "missing_authorization" | "invalid_api_key";

/** Returns what is wrong with the credential of a request, if anything. */
export function checkCredential({ isSecured }: Operation, headers: RequestHeaders): CredentialProblem | undefined {
  if (!isSecured) return undefined;
  const authorization = headers.get("authorization");
  if (authorization === null) return "missing_authorization";
  // Scheme names are case-insensitive (RFC 9110).
  const [, key] = /^bearer +(\S.*)/i.exec(authorization) ?? [];
  return key === undefined || key === rejectedKey ? "invalid_api_key" : undefined;
}
