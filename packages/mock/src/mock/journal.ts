import { isObject } from "../http/json.js";
import type { MockRequest } from "../http/request.js";

/** A request that was sent to the mock, without credentials. It cannot be changed. */
export interface RecordedRequest {
  readonly method: string;
  /** The host that it was sent to, such as `arcus.testsigma.com`. */
  readonly host: string;
  /** The path as it was sent, without the query. */
  readonly path: string;
  /** The query parameters, by name. Credentials are `"[redacted]"`. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** The headers, by name in lower case. Credentials and cookies are `"[redacted]"`. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The body: parsed if it is JSON or a form, whose files are `{ name, type, size, digest }`; else text. `undefined` if
   * there is none.
   */
  readonly body: unknown;
  /** The `operationId`; `undefined` if the spec has no operation for the request. */
  readonly operation: string | undefined;
  /** Status of the response; `undefined` until the mock responds, or if the caller aborts the request. */
  readonly status: number | undefined;
  /** Name of the response example that was sent; `undefined` for any other response. */
  readonly scenario: string | undefined;
  /** Why the mock rejected the request, such as its violations or an unknown path; `undefined` if it did not. */
  readonly reason: string | undefined;
  /** Messages that say where the request does not match the spec; empty for a valid request. */
  readonly violations: readonly string[];
  /** Messages about things that are accepted but are probably mistakes, such as an unknown property. */
  readonly warnings: readonly string[];
}

/** A record before the mock has responded. */
export type OpenRecord = { -readonly [Name in keyof RecordedRequest]: RecordedRequest[Name] };

/** Replaces a credential. */
const redacted = "[redacted]";
/** Matches names of headers and query parameters that may carry credentials. */
const secretName =
  /^(proxy-)?authorization$|^(set-)?cookie$|(^|[-_])(api[-_]?key|token|secret|password|access[-_]?key)$/i;

/** Starts the record of a request, without its credentials. */
export function recordOf({ method, url, headers }: MockRequest): OpenRecord {
  const secrets = secretsOf(headers);
  const clean = (name: string, value: string) => (secretName.test(name) ? redacted : hide(value, secrets));
  return {
    method,
    host: url.host,
    path: hide(url.pathname, secrets),
    query: url.search === "" ? {} : queryOf(url, clean),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, clean(name, value)])),
    body: undefined,
    operation: undefined,
    status: undefined,
    scenario: undefined,
    reason: undefined,
    violations: [],
    warnings: [],
  };
}

function queryOf({ searchParams }: URL, clean: (name: string, value: string) => string) {
  const values = new Map<string, string[]>();
  for (const [name, value] of searchParams) {
    const known = values.get(name);
    if (known) known.push(clean(name, value));
    else values.set(name, [clean(name, value)]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? "")]));
}

/** Completes a record: hides the credential wherever else it was put by mistake, and freezes everything. */
export function closeRecord(record: OpenRecord, headers: MockRequest["headers"]): void {
  const secrets = secretsOf(headers);
  if (secrets.length > 0) {
    record.reason = record.reason && hide(record.reason, secrets);
    record.violations = record.violations.map((text) => hide(text, secrets));
    record.warnings = record.warnings.map((text) => hide(text, secrets));
    record.body = hideWithin(record.body, secrets);
  }
  freeze(record);
}

/** Returns the credential in `Authorization`, to be hidden even in other places where it was put by mistake. */
function secretsOf({ authorization }: MockRequest["headers"]): string[] {
  const credential = authorization?.replace(/^\S+\s+/, "");
  // Redacting a short credential, such as "any", would hide ordinary words.
  if (credential === undefined || credential.length < 8) return [];
  return [credential, encodeURIComponent(credential)];
}

const hide = (text: string, secrets: string[]) =>
  secrets.reduce((clean, secret) => clean.replaceAll(secret, redacted), text);

/** Returns a parsed body with its secrets redacted, whether they are values or names. */
function hideWithin(value: unknown, secrets: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => hideWithin(item, secrets));
  if (isObject(value)) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([name, inner]) => [hide(name, secrets), hideWithin(inner, secrets)]));
  }
  if (typeof value === "string") return hide(value, secrets);
  // An API key may be a number.
  return typeof value === "number" && secrets.includes(String(value)) ? redacted : value;
}

function freeze(value: object): void {
  Object.freeze(value);
  for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) freeze(inner);
}

/** The maximum number of requests kept, and of bytes in all of them together; the oldest are dropped first. */
const limits = { requests: 1000, bytes: 8 * 1024 * 1024 };

/** The requests sent to a mock; bounded, so that a mock that runs for days does not run out of memory. */
export class Journal {
  readonly requests: RecordedRequest[] = [];
  /** The size of each request in bytes, in their order. */
  readonly #sizes = new Map<RecordedRequest, number>();
  #bytes = 0;

  /** Adds a record with the size of its request in bytes, without the body. */
  add(record: OpenRecord, bytes: number): void {
    this.requests.push(record);
    this.#sizes.set(record, 0);
    this.#grow(record, bytes);
  }

  addBody(record: OpenRecord, body: unknown, bytes: number): void {
    record.body = body;
    if (this.#sizes.has(record)) this.#grow(record, bytes);
  }

  clear(): void {
    this.requests.length = 0;
    this.#sizes.clear();
    this.#bytes = 0;
  }

  /** Counts more bytes for a record. Drops the oldest ones until the rest fits, but never the last one. */
  #grow(record: OpenRecord, bytes: number): void {
    this.#sizes.set(record, (this.#sizes.get(record) ?? 0) + bytes);
    this.#bytes += bytes;
    for (const [oldest, size] of this.#sizes) {
      const isFull = this.requests.length > limits.requests || this.#bytes > limits.bytes;
      if (!isFull || this.requests.length === 1) return;
      this.requests.shift();
      this.#sizes.delete(oldest);
      this.#bytes -= size;
    }
  }
}
