import { ConnectionError, ResponseError } from "./errors/transport-errors.js";
import { Failure } from "./failure.js";

/** A larger body is not read: no answer of this API comes near. */
export const largestBody = 10 * 2 ** 20;

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** `undefined` only for an unsuccessful status, which tells all there is to know if the body breaks off or is too large. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

/** Reads the body to its end or its limit. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, ok, headers } = response;
  let bytes: Answer["bytes"];
  try {
    bytes = await readBytes(response);
  } catch (cause) {
    if (ok) throw new Failure(ConnectionError, "failed", `${status}, but the body broke off`, { cause });
  }
  if (ok && !bytes)
    throw new Failure(ResponseError, "unusable", `${status}, but the body is larger than 10 MiB`, { status });
  return { status, ok, headers, bytes };
}

async function readBytes({ body }: Response): Promise<Answer["bytes"]> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > largestBody) {
      // Not awaited: a peer that never ends its body may never let it be cancelled either.
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export const textOf = ({ bytes }: Answer) => new TextDecoder().decode(bytes);

/** Parses JSON; text that is none stays text, and empty text is `undefined`. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
