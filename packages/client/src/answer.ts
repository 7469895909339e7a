import { ConnectionError, ResponseError } from "./errors/transport-errors.js";
import { Failure } from "./failure.js";

/** A larger body is not read: no answer of this API comes near. */
export const largestBody = 10 * 2 ** 20;

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** The body; empty where it broke off or is too large although an unsuccessful status tells all there is to know. */
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
}

/** Reads the body to its end; throws a `Failure` where a successful answer cannot be read whole. */
export async function readAnswer({ status, ok, headers, body }: Response): Promise<Answer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  try {
    let size = 0;
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.length;
      if (size > largestBody) throw new Failure(ResponseError, "unusable", `${status}: body over 10 MiB`, { status });
      chunks.push(part.value);
    }
  } catch (cause) {
    // Not awaited: a peer that never ends its body may never let it be cancelled either.
    reader?.cancel().catch(() => {});
    if (ok)
      throw cause instanceof Failure
        ? cause
        : new Failure(ConnectionError, "failed", `${status}: body cut off`, { cause });
    chunks.length = 0;
  }
  return { status, ok, headers, chunks };
}

/** Decodes as UTF-8, which is the one encoding of JSON (RFC 8259, section 8.1), whatever the headers say. */
export function textOf({ chunks }: Answer): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}

/** Parses JSON; text that is none stays text, and empty text is `undefined`. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
