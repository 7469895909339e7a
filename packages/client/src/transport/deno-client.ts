let client: object | undefined;

/**
 * Returns the option that makes Deno's `fetch` use a connection of no other request, for a request that must not be
 * sent twice; returns nothing in other runtimes. Deno itself re-sends a POST when a reused connection dies after the
 * server executed it, and over HTTP/2 when the server refuses the stream.
 */
export function denoClient(): { readonly client?: object } {
  try {
    client ??= Object(globalThis).Deno?.createHttpClient({ poolMaxIdlePerHost: 0, http2: false });
  } catch {}
  return client ? { client } : {};
}
