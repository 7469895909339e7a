import { lacksCredential, type PrismRequest } from "./engine.js";
import type { Operation } from "./operation.js";

/** The key that the mock refuses; it takes any other. */
const refusedKey = "invalid";

/** The scenario that answers a request without a usable key, where the document has it. */
export type CredentialProblem = "missing_authorization" | "invalid_api_key";

/** What is wrong with the credential of a request, if anything. */
export async function checkCredential(
  operation: Operation,
  request: PrismRequest,
): Promise<CredentialProblem | undefined> {
  const isSecured = (operation.prism.security ?? []).length > 0;
  const authorization = request.headers?.authorization;
  const isRefused = isSecured && authorization === `Bearer ${refusedKey}`;
  if (!isRefused && !(await lacksCredential(operation, request))) return undefined;
  return authorization === undefined ? "missing_authorization" : "invalid_api_key";
}

/** Headers as the engine takes them; it knows `Bearer` in this spelling only, though RFC 9110 lets any case stand. */
export function headersForEngine(headers: Headers): NonNullable<PrismRequest["headers"]> {
  const authorization = headers.get("authorization")?.replace(/^bearer\s+/i, "Bearer ");
  return { ...Object.fromEntries(headers), ...(authorization !== undefined && { authorization }) };
}
