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

/** What stands in the place of a credential. */
export const redacted = "[redacted]";
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
