/**
 * What Node and Bun report before the first byte of a request leaves: no address, no connection, no TLS session. Of
 * OpenSSL's errors only those of the handshake: a bad record can come after the request was executed.
 */
const unsentCodes =
  /refused|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|CERT|UNABLE_TO|SSL_.*(VERSION|PROTOCOL|HANDSHAKE)| connect$/i;

/** Deno has no codes; neither has Node for a port that `fetch` blocks. */
const unsentMessages = /client error \(Connect\)|^bad port$/;

/** Whether the error that `fetch` threw proves that nothing was sent. Where the runtime does not say, it does not. */
export function isUnsentError(error: unknown): boolean {
  const causes = causesOf(error);
  // An error of another client, which the caller's `fetch` uses beside the request.
  if (causes.some((cause) => "outcome" in cause)) return false;
  return causes.some(({ code, syscall, message, errors }) =>
    // With several addresses to try, Node reports an error for each.
    errors?.length
      ? errors.every(isUnsentError)
      : unsentCodes.test(`${code} ${syscall}`) || unsentMessages.test(`${message}`),
  );
}

interface RuntimeError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly unknown[];
}

/** An error and its causes, outermost first, up to where they repeat. */
export function causesOf(error: unknown): RuntimeError[] {
  const causes = new Set<unknown>();
  for (let cause = error; cause && !causes.has(cause); cause = Object(cause).cause) causes.add(cause);
  return [...causes].map(Object);
}
