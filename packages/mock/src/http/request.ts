/** A request, read once by whichever form of the mock received it. */
export interface MockRequest {
  method: string;
  url: URL;
  /** By name in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The body, empty if there is none; `undefined` if it is larger than the limit. */
  bytes: Uint8Array<ArrayBuffer> | undefined;
  /** Aborted when the caller gives up. */
  signal: AbortSignal;
}

/** The default size limits of bodies, in bytes. */
const bodyLimits = { form: 25 * 1024 * 1024, other: 1024 * 1024 };

/** Returns the maximum size of a request's body, in bytes: the limit of the options, else that of its kind. */
export function bodyLimitOf(headers: MockRequest["headers"], bodyLimit?: number): number {
  const isForm = /^multipart\/form-data\b/i.test(headers["content-type"] ?? "");
  return bodyLimit ?? bodyLimits[isForm ? "form" : "other"];
}

/** Collects the pieces of a body up to a limit, in bytes. */
export function collector(limit: number) {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return {
    /** Adds a piece; returns whether the body is still within the limit. */
    add(piece: Uint8Array): boolean {
      length += piece.length;
      if (length <= limit) pieces.push(piece);
      return length <= limit;
    },
    /** Returns the body; `undefined` if it is larger than the limit. */
    bytes(): MockRequest["bytes"] {
      if (length > limit) return undefined;
      const bytes = new Uint8Array(length);
      let offset = 0;
      for (const piece of pieces) {
        bytes.set(piece, offset);
        offset += piece.length;
      }
      return bytes;
    },
  };
}

export async function readFetchRequest(request: Request, bodyLimit: number | undefined): Promise<MockRequest> {
  const { method, signal } = request;
  const headers = Object.fromEntries(request.headers);
  const { add, bytes } = collector(bodyLimitOf(headers, bodyLimit));
  const reader = request.body?.getReader();
  // Never cancels the stream: where the body is a form, Node would throw an error that cannot be caught.
  let next = await reader?.read();
  while (next && !next.done && add(next.value)) next = await reader?.read();
  return { method, url: new URL(request.url), headers, bytes: bytes(), signal };
}
