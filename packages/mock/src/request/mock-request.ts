/** A request as the rules of the mock see it, whatever door it came through. */
export interface MockRequest {
  method: string;
  url: URL;
  headers: RequestHeaders;
  /** The body in pieces; `undefined` where there is none. */
  body: AsyncIterable<Uint8Array> | undefined;
  /** Aborted when the caller gives up. */
  signal: AbortSignal;
}

/** The part of `Headers` that the mock reads. */
export interface RequestHeaders extends Iterable<[string, string]> {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** Takes a request of the Fetch API for the mock. */
export function fromFetch(request: Request): MockRequest {
  const { method, headers, signal, body } = request;
  return { method, url: new URL(request.url), headers, signal, body: body ? pieces(body) : undefined };
}

/**
 * Reads a stream without ever cancelling it: Node throws outside of every handler where the body of a cancelled stream
 * is a form.
 */
function pieces(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const reader = stream.getReader();
      return {
        async next() {
          const { done, value } = await reader.read();
          return done ? { done: true, value: undefined } : { done: false, value };
        },
      };
    },
  };
}
