import { Failure } from "../errors/failure.js";
import { ConnectionError, ResponseError } from "../errors/transport-errors.js";
import type { Settings } from "../options/settings.js";
import type { ServiceRequest } from "./transport.js";

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
  /** The body of a success that is handed on before its end. */
  readonly stream?: ReadableStream<Uint8Array> | null;
}

/** Reads the body to its end, unless it is to be streamed; throws where a successful response cannot be read whole. */
export async function receive(
  response: Response,
  url: string,
  { isStreamed }: ServiceRequest,
  { maxResponseBytes }: Settings,
  stopped: AbortSignal,
): Promise<ReceivedResponse> {
  const { status, ok, headers, body } = response;
  const received = { status, ok, url, headers };
  if (isStreamed && ok) return { ...received, chunks: [], stream: body };
  // Not every `fetch` has streams; React Native's has none.
  if (body !== null && !body?.getReader) {
    const whole = new Uint8Array(await response.arrayBuffer());
    return { ...received, chunks: whole.length > 0 ? [whole] : [] };
  }
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  // Not awaited: a peer that never ends its body may never let it be cancelled either.
  const cancel = () => void reader?.cancel().catch(() => {});
  // A `fetch` of the caller's may not look at its signal.
  stopped.addEventListener("abort", cancel);
  let size = 0;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.length;
      if (size > maxResponseBytes) break;
      chunks.push(part.value);
    }
  } catch (cause) {
    if (ok) throw new Failure("failed", ConnectionError, `${status}: body cut off`, { cause });
    return { ...received, chunks: [] };
  }
  if (size <= maxResponseBytes) return { ...received, chunks };
  cancel();
  if (ok) {
    throw new Failure("unusable", ResponseError, `${status}: body over maxResponseBytes, ${maxResponseBytes}`, {
      status,
    });
  }
  return { ...received, chunks: [] };
}

/** Decodes as UTF-8, which is the one encoding of JSON (RFC 8259, section 8.1), whatever the headers say. */
export function textOf({ chunks }: ReceivedResponse): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}

/** What to quote to support; the sources disagree on the name of the header. */
export const requestIdOf = (headers: Headers | undefined) =>
  headers?.get("x-request-id") ?? headers?.get("x-tms-api-request-id") ?? undefined;
