import type { MockOperation } from "../api.js";
import type { MockRequest } from "../http/request.js";

/** The only key that the mock rejects. */
const rejectedKey = "invalid";

/** The name of the scenario for a request without a usable key. */
export type CredentialProblem = "missing_authorization" | "invalid_api_key";

/** Returns what is wrong with the credential of a request, if anything. */
export function checkCredential(
  { isSecured }: MockOperation,
  { authorization }: MockRequest["headers"],
): CredentialProblem | undefined {
  if (!isSecured) return undefined;
  if (authorization === undefined) return "missing_authorization";
  // Scheme names are case-insensitive (RFC 9110).
  const [, key] = /^bearer +([^ ].*)/i.exec(authorization) ?? [];
  return key === undefined || key === rejectedKey ? "invalid_api_key" : undefined;
}
