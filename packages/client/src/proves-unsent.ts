interface RuntimeError {
  code?: unknown;
  syscall?: unknown;
  message?: unknown;
  cause?: RuntimeError;
  errors?: RuntimeError[];
}

/**
 * Codes that Node and Bun give before the first byte of a request leaves. Of OpenSSL's errors only those of the
 * handshake: a bad record can come after the request was executed.
 */
const codes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|CERT_\w+|\w+_CERT(_\w+)?|\w+_CERT_\w+|UNABLE_TO_\w+|ERR_TLS_CERT_\w+|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|\w*(HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNRECOGNIZED_NAME|NO_SHARED_CIPHER)))$/;

/** Whether the error that `fetch` threw proves that nothing was sent. Where the runtime does not say, it does not. */
export function provesUnsent(error: RuntimeError | undefined): boolean {
  if (!error) return false;
  // With several addresses to try, Node reports an error for each.
  if (error.errors?.length) return error.errors.every(provesUnsent);
  return (
    codes.test(String(error.code)) ||
    error.syscall === "connect" ||
    // Deno has no codes.
    /client error \(Connect\)/.test(String(error.message)) ||
    provesUnsent(error.cause)
  );
}
