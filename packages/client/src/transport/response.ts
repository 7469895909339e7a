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
  const received = { status, ok, url, headers, chunks: [] };
  if (isStreamed && ok) return { ...received, stream: body };
  try {
    return { ...received, chunks: await readChunks(response, maxResponseBytes, stopped) };
  } catch (cause) {
    if (!ok) return received;
    throw cause instanceof Failure
      ? cause
      : new Failure("failed", ConnectionError, `${status}: body cut off`, { cause });
  }
}

async function readChunks(response: Response, maxBytes: number, stopped: AbortSignal): Promise<Uint8Array[]> {
  const { body, status } = response;
  const chunks: Uint8Array[] = [];
  if (body === null) return chunks;
  // Not every `fetch` has streams; React Native's has none.
  if (!body?.getReader) {
    const whole = new Uint8Array(await response.arrayBuffer());
    return whole.length > 0 ? [whole] : [];
  }
  const reader = body.getReader();
  // Not awaited: a peer that never ends its body may never let it be cancelled either.
  const cancel = () => void reader.cancel().catch(() => {});
  // A `fetch` of the caller's may not look at its signal.
  stopped.addEventListener("abort", cancel);
  for (let size = 0; ; ) {
    const { value } = await reader.read();
    if (!value) return chunks;
    size += value.length;
    if (size > maxBytes) {
      cancel();
      throw unusable(status, `body over maxResponseBytes, ${maxBytes}`);
    }
    chunks.push(value);
  }
}

/** The failure of a success without a usable body. */
export const unusable = (status: number, problem: string) =>
  new Failure("unusable", ResponseError, `${status}: ${problem}`, { status });

/** Decodes as UTF-8, which is the one encoding of JSON (RFC 8259, section 8.1), whatever the headers say. */
export function textOf({ chunks }: ReceivedResponse): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}

/** Parses JSON; `undefined` for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The content type as a message shows it. */
export const typeOf = ({ headers }: ReceivedResponse) => `(${headers.get("content-type") ?? "no content type"})`;

/** What to quote to support; the sources disagree on the name of the header. */
export const requestIdOf = (headers: Headers | undefined) =>
  headers?.get("x-request-id") ?? headers?.get("x-tms-api-request-id") ?? undefined;
