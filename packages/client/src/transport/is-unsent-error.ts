/**
 * What Node and Bun report before the first byte of a request leaves: no address, no connection, no TLS session. Of
 * OpenSSL's errors only those of the handshake: a bad record can come after the request was executed.
 */
const signs =
  /refused|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|CERT|UNABLE_TO|SSL_.*(VERSION|PROTOCOL|HANDSHAKE)| connect$/i;

/** Whether the error that `fetch` threw proves that nothing was sent. Where the runtime does not say, it does not. */
export function provesUnsent(error: unknown): boolean {
  const { code, syscall, message, cause, errors } = Object(error);
  // With several addresses to try, Node reports an error for each.
  if (errors?.length) return errors.every(provesUnsent);
  // Deno has no codes.
  return (
    signs.test(`${code} ${syscall}`) || /r \(Connect\)/.test(`${message}`) || (cause ? provesUnsent(cause) : false)
  );
}
