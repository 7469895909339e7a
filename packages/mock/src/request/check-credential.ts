import type { Operation } from "../document/operation.js";
import type { PrismRequest } from "../engine/engine.js";
import { lacksCredential } from "./check-request.js";

/** The key that the mock refuses; it takes any other. */
const refusedKey = "invalid";

/** The scenario that answers a request without a usable key, where the document has it. */
export type CredentialProblem = "missing_authorization" | "invalid_api_key";

/** What is wrong with the credential of a request, if anything. */
export async function checkCredential(
  operation: Operation,
  request: PrismRequest,
): Promise<CredentialProblem | undefined> {
  const alternatives = operation.prism.security ?? [];
  if (alternatives.length === 0) return undefined;
  const authorization = request.headers?.authorization;
  if (authorization === `Bearer ${refusedKey}`) return "invalid_api_key";
  // The usual case is decided here, because the engine takes long for it.
  if (/^Bearer .+/.test(authorization ?? "") && alternatives.some(isBearerAlone)) return undefined;
  if (!(await lacksCredential(operation, request))) return undefined;
  return authorization === undefined ? "missing_authorization" : "invalid_api_key";
}

type Alternative = NonNullable<Operation["prism"]["security"]>[number];

const isBearerAlone = ([scheme, ...more]: Alternative) =>
  more.length === 0 && scheme?.type === "http" && scheme.scheme === "bearer";

/** Headers as the engine takes them; it knows `Bearer` in this spelling only, though RFC 9110 lets any case stand. */
export function headersForEngine(headers: Headers): NonNullable<PrismRequest["headers"]> {
  const authorization = headers.get("authorization")?.replace(/^bearer\s+/i, "Bearer ");
  return { ...Object.fromEntries(headers), ...(authorization !== undefined && { authorization }) };
}
