import type { Operation } from "../api/operation.js";
import type { RequestHeaders } from "../http/mock-request.js";

/** The key that the mock rejects; it takes any other. */
const rejectedKey = "invalid";

/** The name of the scenario for a request without a usable key. */
export type CredentialProblem = "missing_authorization" | "invalid_api_key";

/** Returns what is wrong with the credential of a request, if anything. */
export function checkCredential({ isSecured }: Operation, headers: RequestHeaders): CredentialProblem | undefined {
  if (!isSecured) return undefined;
  const authorization = headers.get("authorization");
  if (authorization === null) return "missing_authorization";
  // RFC 9110 lets a scheme's name have any case.
  const [, key] = /^bearer +(\S.*)$/i.exec(authorization) ?? [];
  return key === undefined || key === rejectedKey ? "invalid_api_key" : undefined;
}
