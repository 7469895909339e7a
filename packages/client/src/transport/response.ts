import { ConnectionError, ResponseError } from "../errors/transport-errors.js";
import type { Fail } from "../errors/fail.js";

/** A larger body is not read: no answer of this API comes near. */
const largestBody = 10 * 2 ** 20;

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** The body; empty where it broke off or is too large although an unsuccessful status tells all there is to know. */
  // Not `Uint8Array<ArrayBuffer>`: consumers' TypeScript 5.4 reads this declaration, and knows no generic one.
  readonly chunks: Uint8Array[];
}

/** Reads the body to its end; throws where a successful answer cannot be read whole. */
export async function readAnswer({ status, ok, headers, body }: Response, fail: Fail): Promise<Answer> {
  const chunks: Answer["chunks"] = [];
  const reader = body?.getReader();
  let size = 0;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.length;
      if (size > largestBody) throw 0;
      chunks.push(part.value);
    }
  } catch (cause) {
    // Not awaited: a peer that never ends its body may never let it be cancelled either.
    reader?.cancel().catch(() => {});
    if (ok && size > largestBody) throw fail("unusable", ResponseError, `${status}: body over 10 MiB`, { status });
    if (ok) throw fail("failed", ConnectionError, `${status}: body cut off`, { cause });
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
