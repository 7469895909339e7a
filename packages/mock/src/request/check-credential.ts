import type { Operation, SecurityScheme } from "../document/operation.js";
import type { RequestHeaders } from "./mock-request.js";
import { readCookie } from "./parse-parameters.js";

/** The key that the mock rejects; it takes any other. */
const rejectedKey = "invalid";

/** The scenario for a request without a usable key, where the document has it. */
export type CredentialProblem = "missing_authorization" | "invalid_api_key";

/** What is wrong with the credential of a request, if anything. */
export function checkCredential(
  { security }: Operation,
  headers: RequestHeaders,
  query: URLSearchParams,
): CredentialProblem | undefined {
  if (security.length === 0) return undefined;
  const texts = security.map((schemes) => schemes.map((scheme) => credentialOf(scheme, headers, query)));
  const complete = texts.filter((alternative) => !alternative.includes(undefined));
  if (complete.some((alternative) => !alternative.includes(rejectedKey))) return undefined;
  const isMissing = complete.length === 0 && !headers.has("authorization");
  return isMissing ? "missing_authorization" : "invalid_api_key";
}

/** The credential that a scheme asks for; `undefined` where the request lacks it. */
function credentialOf(scheme: SecurityScheme, headers: RequestHeaders, query: URLSearchParams): string | undefined {
  if (scheme.type === "apiKey") return keyOf(scheme, headers, query);
  if (scheme.type === "mutualTLS") return "";
  // OAuth and OpenID send bearer tokens. RFC 9110 lets a scheme's name have any case.
  const expected = scheme.type === "http" ? scheme.scheme : "bearer";
  const [, name, credential] = /(\S+) +(.+)/.exec(headers.get("authorization") ?? "") ?? [];
  return name?.toLowerCase() === expected ? credential : undefined;
}

function keyOf(
  { in: place, name }: SecurityScheme,
  headers: RequestHeaders,
  query: URLSearchParams,
): string | undefined {
  if (place === "query") return query.get(name) ?? undefined;
  if (place === "header") return headers.get(name) ?? undefined;
  return readCookie(headers, name);
}
