import { parseJson, property } from "../describe.js";
import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  NotFoundError,
  RateLimitError,
  ResponseError,
  ServerError,
  ValidationError,
} from "../errors.js";
import { Failure } from "./failure.js";
import { type FailureKind, readRetryAfter } from "./retry-policy.js";

/** A response whose body has been read. */
export interface ReceivedResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly url: string;
  readonly headers: Headers;
  /** The body; empty if an unsuccessful response breaks off, stalls or is too large, because its status says enough. */
  // Not `Uint8Array<ArrayBuffer>`: users' TypeScript 5.4 reads this declaration, and there the type is not generic.
  readonly bytes: Uint8Array;
}

/** The progress of a response. */
export interface Reception {
  /** The response; without a body as long as that is being read. */
  response?: ReceivedResponse;
  /** Reads the body. Cancelled if the attempt ends before the body does: the caller's `fetch` may ignore its signal. */
  reader?: ReadableStreamDefaultReader<Uint8Array>;
}

const noBytes = new Uint8Array();

/** Reads a response to its end; throws if a success cannot be read completely. */
export async function receive(
  response: Response,
  url: string,
  reception: Reception,
  maxBytes: number,
): Promise<ReceivedResponse> {
  const { status, ok, headers } = response;
  const head: ReceivedResponse = { status, ok, url, headers, bytes: noBytes };
  reception.response = head;
  try {
    const bytes = await readBytes(response, reception, maxBytes);
    if (bytes) reception.response = { ...head, bytes };
    else if (ok) throw unusable(status, `the body exceeds maxResponseBytes (${maxBytes})`);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (ok) throw new Failure("unclear", ConnectionError, `${status}: body cut off`, { cause });
  }
  return reception.response;
}

/** Returns the body; `undefined` if it is too large. */
async function readBytes(response: Response, reception: Reception, maxBytes: number): Promise<Uint8Array | undefined> {
  const { body } = response;
  if (body === null) return noBytes;
  // Not every `fetch` supports streams; React Native's does not.
  if (!body?.getReader) {
    const whole = new Uint8Array(await response.arrayBuffer());
    return whole.length > maxBytes ? undefined : whole;
  }
  const reader = body.getReader();
  reception.reader = reader;
  let bytes: Uint8Array = noBytes;
  let size = 0;
  while (true) {
    const { value } = await reader.read();
    if (!value) return bytes.subarray(0, size);
    const end = size + value.length;
    if (end > maxBytes) return undefined;
    // Chunks are joined as they arrive: a million chunks of one byte would otherwise take a gigabyte.
    // A single chunk, the usual case, is not copied.
    if (size === 0) bytes = value;
    else {
      if (end > bytes.length) {
        const longer = new Uint8Array(end * 2);
        longer.set(bytes);
        bytes = longer;
      }
      bytes.set(value, size);
    }
    size = end;
  }
}

/** Creates the failure for a success without a usable body. */
export function unusable(status: number, problem: string): Failure {
  return new Failure("unusable", ResponseError, `${status}: ${problem}`, { status });
}

const decoder = /* @__PURE__ */ new TextDecoder();

/** Decodes a body as UTF-8, the only encoding of JSON (RFC 8259, section 8.1), whatever the headers say. */
export function bodyText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Returns the content type for use in a message. */
export function contentType({ headers }: ReceivedResponse): string {
  return `(${headers.get("content-type") ?? "no content type"})`;
}

/** Returns the id to quote to support; the sources disagree on the name of the header. */
export function requestId(headers: Headers | undefined): string | undefined {
  return headers?.get("x-request-id") ?? headers?.get("x-tms-api-request-id") ?? undefined;
}

const errorClasses: { readonly [status: number]: typeof ApiError } = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  422: ValidationError,
  429: RateLimitError,
};

/**
 * Creates the failure of an unsuccessful response. The service reports its rate limit as 500 with a message (observed).
 */
export function apiFailure(response: ReceivedResponse): Failure {
  const { status, headers } = response;
  const text = bodyText(response.bytes);
  const json = parseJson(text);
  const body = json === undefined ? text || undefined : json;
  const message = property(body, "message");
  const details = property(property(body, "errors"), "details");
  const texts = [status, message, details].filter((part) => part && typeof part !== "object");
  const meaning = status === 500 && message === "rate limit exceeded" ? 429 : status;
  const fields = { status, headers, body, requestId: requestId(headers), retryAfterMs: readRetryAfter(headers) };
  const ErrorClass = errorClasses[meaning] ?? (meaning < 500 ? ApiError : ServerError);
  return new Failure(failureKind(meaning), ErrorClass, texts.join(": "), fields);
}

function failureKind(status: number): FailureKind {
  if (status === 429) return "rate-limited";
  // Statuses outside 4xx and 5xx, such as an unexpected 101, leave the outcome unknown.
  return status >= 400 && status < 500 ? "rejected" : "unclear";
}
