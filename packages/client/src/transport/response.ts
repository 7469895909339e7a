import { Failure } from "../errors/failure.js";
import { ConnectionError, ResponseError } from "../errors/transport-errors.js";

/** A response with its body read. */
export interface ReceivedResponse {
  readonly status: number;
  readonly ok: boolean;
  /** The URL that responded. */
  readonly url: string;
  readonly headers: Headers;
  /** The body; empty where it broke off or is too large although an unsuccessful status tells all there is to know. */
  // Not `Uint8Array<ArrayBuffer>`: consumers' TypeScript 5.4 reads this declaration, and knows no generic one.
  readonly chunks: Uint8Array[];
}

/** A larger body is not read: no response of this API comes near. */
const largestBody = 10 * 2 ** 20;

/** Reads the body to its end; throws where a successful response cannot be read whole. */
export async function receive(response: Response, url: string, stopped: AbortSignal): Promise<ReceivedResponse> {
  const { status, ok, headers, body } = response;
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  // Not awaited: a peer that never ends its body may never let it be cancelled either.
  const cancel = () => void reader?.cancel().catch(() => {});
  // A `fetch` of the caller's may not look at its signal.
  if (reader) stopped.addEventListener("abort", cancel);
  let size = 0;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.length;
      if (size > largestBody) break;
      chunks.push(part.value);
    }
  } catch (cause) {
    if (ok) throw new Failure("failed", ConnectionError, `${status}: body cut off`, { cause });
    chunks.length = 0;
  }
  if (size > largestBody) {
    cancel();
    if (ok) throw new Failure("unusable", ResponseError, `${status}: body over 10 MiB`, { status });
    chunks.length = 0;
  }
  return { status, ok, url, headers, chunks };
}

/** Decodes as UTF-8, which is the one encoding of JSON (RFC 8259, section 8.1), whatever the headers say. */
export function textOf({ chunks }: ReceivedResponse): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}

/** What to quote to support; the sources disagree on the name of the header. */
export const requestIdOf = (headers: Headers) =>
  headers.get("x-request-id") ?? headers.get("x-tms-api-request-id") ?? undefined;
