import { isNode } from "../api/node.js";
import type { MockRequest, RequestHeaders } from "../http/mock-request.js";

/** A request that was sent to the mock, without credentials. */
export interface RecordedRequest {
  method: string;
  /** The host that it was sent to, such as `arcus.testsigma.com`. */
  host: string;
  /** The path as it was sent, without the query. */
  path: string;
  /** The query parameters, by name. Credentials are `"[redacted]"`. */
  query: Record<string, string | string[]>;
  /** The headers, by name in lower case. Credentials and cookies are `"[redacted]"`. */
  headers: Record<string, string>;
  /**
   * The body: parsed if it is JSON or a form, whose files are `{ name, type, size, digest }`; else text. `undefined` if
   * there is none.
   */
  body: unknown;
  /** The `operationId`; `undefined` if the spec has no operation for the request. */
  operation: string | undefined;
  /** Status of the response; `undefined` until the mock responds, or if the caller aborts the request. */
  status: number | undefined;
  /** Name of the response example that was sent; `undefined` for any other response. */
  scenario: string | undefined;
  /** Messages that say where the request does not match the spec; empty for a valid request. */
  violations: string[];
  /** Messages about things that are accepted but are probably mistakes, such as an unknown property. */
  warnings: string[];
}

/** Replaces a credential. */
const redacted = "[redacted]";
/** Matches names of headers and query parameters that may carry credentials. */
const secretName =
  /^(proxy-)?authorization$|^(set-)?cookie$|(^|[-_])(api[-_]?key|token|secret|password|access[-_]?key)$/i;

/** Starts the record of a request, without its credentials. */
export function recordOf(request: MockRequest): RecordedRequest {
  const { host, pathname } = request.url;
  const secrets = secretsOf(request.headers);
  const clean = (name: string, value: string) => (secretName.test(name) ? redacted : hide(value, secrets));
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers) headers[name] = clean(name, value);
  return {
    method: request.method,
    host,
    path: hide(pathname, secrets),
    query: queryOf(request.url, clean),
    headers,
    body: undefined,
    operation: undefined,
    status: undefined,
    scenario: undefined,
    violations: [],
    warnings: [],
  };
}

function queryOf(url: URL, clean: (name: string, value: string) => string) {
  const { searchParams } = url;
  const names = [...new Set(searchParams.keys())];
  const entries = names.map((name) => {
    const values = searchParams.getAll(name).map((value) => clean(name, value));
    return [name, values.length > 1 ? values : (values[0] ?? "")] as const;
  });
  return Object.fromEntries(entries);
}

/** Returns the credential in `Authorization`, to be hidden also in other places where it was put by mistake. */
function secretsOf(headers: RequestHeaders): string[] {
  const credential = headers.get("authorization")?.replace(/\S+\s+/, "");
  // Redacting a short credential, such as "any", would hide ordinary words.
  if (credential === undefined || credential.length < 8) return [];
  return [credential, encodeURIComponent(credential)];
}

const hide = (text: string, secrets: string[]) =>
  secrets.reduce((clean, secret) => clean.replaceAll(secret, redacted), text);

/** Hides the credential of a request wherever it is in the body, and so in messages about the body. */
export function hideCredential(record: RecordedRequest, headers: RequestHeaders): void {
  const secrets = secretsOf(headers);
  if (secrets.length === 0) return;
  const hideEach = (texts: string[]) => texts.map((text) => hide(text, secrets));
  record.violations = hideEach(record.violations);
  record.warnings = hideEach(record.warnings);
  record.body = hideWithin(record.body, secrets);
}

/** The depth below which values are redacted unread: a walk down 100,000 levels would overflow the stack. */
const maxDepth = 100;

/** Returns a parsed body with its secrets redacted, whether they are values or names. */
function hideWithin(value: unknown, secrets: string[], depth = 0): unknown {
  if (depth > maxDepth) return redacted;
  const within = (inner: unknown) => hideWithin(inner, secrets, depth + 1);
  if (Array.isArray(value)) return value.map(within);
  if (isNode(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [hide(name, secrets), within(inner)]));
  }
  if (typeof value === "string") return hide(value, secrets);
  // An API key may be a number.
  return typeof value === "number" && secrets.includes(String(value)) ? redacted : value;
}

/** The maximum number of requests kept, and of bytes in all their bodies together; the oldest are dropped first. */
const limits = { requests: 1000, bytes: 8 * 1024 * 1024 };

/** The requests sent to a mock; bounded, so that a mock that runs for days does not run out of memory. */
export class Journal {
  readonly requests: RecordedRequest[] = [];
  /** The size of each body in bytes, in the order of the requests. */
  readonly #sizes = new Map<RecordedRequest, number>();
  #bytes = 0;

  add(record: RecordedRequest): void {
    this.requests.push(record);
    this.#sizes.set(record, 0);
    this.#forgetOldest();
  }

  /** Adds the body to a record, with its size in bytes. */
  addBody(record: RecordedRequest, body: unknown, bytes: number): void {
    record.body = body;
    if (!this.#sizes.has(record)) return;
    this.#sizes.set(record, bytes);
    this.#bytes += bytes;
    this.#forgetOldest();
  }

  clear(): void {
    this.requests.length = 0;
    this.#sizes.clear();
    this.#bytes = 0;
  }

  #forgetOldest(): void {
    for (const [oldest, bytes] of this.#sizes) {
      if (this.requests.length <= limits.requests && this.#bytes <= limits.bytes) return;
      this.requests.shift();
      this.#sizes.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}
