import type { Operation } from "./operation.js";

/** A request that the mock was sent. Carries no credential. */
export interface RecordedRequest {
  method: string;
  /** The path as it was sent, without the query. */
  path: string;
  /** Credentials are `"[redacted]"`. */
  query: Record<string, string | string[]>;
  /** By name in small letters. Credentials and cookies are `"[redacted]"`. */
  headers: Record<string, string>;
  /** Parsed where it is JSON, else text; `undefined` where there was none or it could not be read. */
  body: unknown;
  /** The `operationId`; `undefined` where the document has no operation for the request. */
  operation: string | undefined;
  /** Status of the answer; `undefined` while there is none, or when the caller gave up before. */
  status: number | undefined;
  /** Name of the response example that was answered; `undefined` for any other answer. */
  scenario: string | undefined;
  /** What broke the API description, in words; empty for a valid request. */
  violations: string[];
}

/** The oldest are forgotten beyond this number, so that a mock that runs for days does not fill the memory. */
export const journalLimit = 1000;

const redacted = "[redacted]";
const secret = new Set(["authorization", "proxy-authorization", "cookie"]);

export function recordOf(request: Request, path: string, query: RecordedRequest["query"]): RecordedRequest {
  const headers = [...request.headers].map(([name, value]) => [name, secret.has(name) ? redacted : value]);
  return {
    method: request.method,
    path,
    query,
    headers: Object.fromEntries(headers),
    body: undefined,
    operation: undefined,
    status: undefined,
    scenario: undefined,
    violations: [],
  };
}

/** Hides the keys that an operation takes elsewhere than in `Authorization`. */
export function redactKeys(record: RecordedRequest, { prism }: Operation): void {
  for (const scheme of (prism.security ?? []).flat()) {
    if (scheme.type !== "apiKey") continue;
    const header = scheme.name.toLowerCase();
    if (header in record.headers) record.headers = { ...record.headers, [header]: redacted };
    if (scheme.name in record.query) record.query = { ...record.query, [scheme.name]: redacted };
  }
}
