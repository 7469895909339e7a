import { ConnectionError, ResponseError } from "../errors.js";
import { Failure } from "./failure.js";

/** A response whose body has been read. */
export interface ReceivedResponse {
  readonly status: number;
  readonly ok: boolean;
  /** The URL that responded. */
  readonly url: string;
  readonly headers: Headers;
  /** The body; empty if an unsuccessful response breaks off, stalls or is too large, because its status says enough. */
  // Not `Uint8Array<ArrayBuffer>`: users' TypeScript 5.4 reads this declaration, and there the type is not generic.
  readonly bytes: Uint8Array;
}

const noBytes = new Uint8Array();

/** Returns a response as if it had no body. */
export const withoutBody = ({ status, ok, headers }: Response, url: string): ReceivedResponse => ({
  status,
  ok,
  url,
  headers,
  bytes: noBytes,
});

/** Reads the body to its end; throws if it cannot be read completely. */
export async function receive(
  response: Response,
  head: ReceivedResponse,
  maxBytes: number,
  stopped: AbortSignal,
): Promise<ReceivedResponse> {
  try {
    return { ...head, bytes: await readBytes(response, maxBytes, stopped) };
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure("failed", ConnectionError, `${head.status}: body cut off`, { cause });
  }
}

async function readBytes(response: Response, maxBytes: number, stopped: AbortSignal): Promise<Uint8Array> {
  const { body, status } = response;
  const tooLarge = () => unusable(status, `body over maxResponseBytes, ${maxBytes}`);
  if (body === null) return noBytes;
  // Not every `fetch` supports streams; React Native's does not.
  if (!body?.getReader) {
    const whole = new Uint8Array(await response.arrayBuffer());
    if (whole.length > maxBytes) throw tooLarge();
    return whole;
  }
  const reader = body.getReader();
  // Not awaited: a peer that never ends its body may never let it be cancelled either.
  const cancel = () => void reader.cancel().catch(() => {});
  // The caller's `fetch` may ignore its signal.
  stopped.addEventListener("abort", cancel);
  let bytes: Uint8Array = noBytes;
  let size = 0;
  while (true) {
    const { value } = await reader.read();
    if (!value) return bytes.subarray(0, size);
    const end = size + value.length;
    if (end > maxBytes) {
      cancel();
      throw tooLarge();
    }
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
export const unusable = (status: number, problem: string) =>
  new Failure("unusable", ResponseError, `${status}: ${problem}`, { status });

/** Decodes a body as UTF-8, the only encoding of JSON (RFC 8259, section 8.1), whatever the headers say. */
export const bodyText = ({ bytes }: ReceivedResponse) => new TextDecoder().decode(bytes);

/** Parses JSON; returns `undefined` for a text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the content type for use in a message. */
export const contentType = ({ headers }: ReceivedResponse) => `(${headers.get("content-type") ?? "no content type"})`;

/** Returns the id to quote to support; the sources disagree on the name of the header. */
export const requestId = (headers: Headers | undefined) =>
  headers?.get("x-request-id") ?? headers?.get("x-tms-api-request-id") ?? undefined;
