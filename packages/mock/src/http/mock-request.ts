/** A request in the mock's own representation, whichever form of the mock received it. */
export interface MockRequest {
  method: string;
  url: URL;
  headers: RequestHeaders;
  /** The reader of the body; `undefined` if there is no body. */
  body: BodyReader | undefined;
  /** A signal that is aborted when the caller aborts the request. */
  signal: AbortSignal;
}

/** Passes a body to `take` in pieces until there are no more or `take` returns false; then resolves. */
export type BodyReader = (take: (piece: Uint8Array) => boolean) => Promise<void>;

/** The part of `Headers` that the mock reads. */
export interface RequestHeaders extends Iterable<[string, string]> {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** Converts a request of the Fetch API for the mock. */
export function fromFetch(request: Request): MockRequest {
  const { method, headers, signal, body } = request;
  return { method, url: new URL(request.url), headers, signal, body: body ? readerOf(body) : undefined };
}

/**
 * Reads a stream without ever cancelling it: if the body is a form, cancelling makes Node throw an error that cannot be
 * caught.
 */
function readerOf(stream: ReadableStream<Uint8Array>): BodyReader {
  return async (take) => {
    const reader = stream.getReader();
    let next = await reader.read();
    while (!next.done && take(next.value)) next = await reader.read();
  };
}
