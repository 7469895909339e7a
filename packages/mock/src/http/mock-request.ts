/** A request as the rules of the mock see it, whatever door it came through. */
export interface MockRequest {
  method: string;
  url: URL;
  headers: RequestHeaders;
  /** `undefined` where there is none. */
  body: BodyReader | undefined;
  /** Aborted when the caller gives up. */
  signal: AbortSignal;
}

/** Hands over a body in pieces until there are no more or `take` returns false; resolves then. */
export type BodyReader = (take: (piece: Uint8Array) => boolean) => Promise<void>;

/** The part of `Headers` that the mock reads. */
export interface RequestHeaders extends Iterable<[string, string]> {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** Takes a request of the Fetch API for the mock. */
export function fromFetch(request: Request): MockRequest {
  const { method, headers, signal, body } = request;
  return { method, url: new URL(request.url), headers, signal, body: body ? readerOf(body) : undefined };
}

/**
 * Reads a stream without ever cancelling it: Node throws outside of every handler where the body of a cancelled stream
 * is a form.
 */
function readerOf(stream: ReadableStream<Uint8Array>): BodyReader {
  return async (take) => {
    const reader = stream.getReader();
    let next = await reader.read();
    while (!next.done && take(next.value)) next = await reader.read();
  };
}
