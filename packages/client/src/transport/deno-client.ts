interface Runtime {
  readonly Deno?: { readonly createHttpClient?: (options: object) => object };
}

let client: object | undefined;

/**
 * Returns the option of Deno's `fetch` for a request that must not be sent twice: a connection that no other request uses;
 * nothing in other runtimes. Deno sends a POST again by itself when a reused connection dies after the server executed it,
 * and over HTTP/2 when the server refuses the stream.
 */
export function denoClient(): { readonly client?: object } {
  try {
    client ??= (globalThis as Runtime).Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0, http2: false });
  } catch {}
  return client ? { client } : {};
}
