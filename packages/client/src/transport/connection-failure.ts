import { Failure } from "../errors/failure.js";
import { ConnectionError } from "../errors/transport-errors.js";
import { isLoopback } from "../options/safe-url.js";
import { causesOf, isUnsentError } from "./is-unsent-error.js";

/** The failure of a request for which `fetch` threw. */
export function connectionFailure(cause: unknown, url: URL): Failure {
  let message = "fetch failed";
  let isUnsent = false;
  try {
    message = explain(cause, url);
    isUnsent = isUnsentError(cause);
  } catch {
    // What was thrown cannot even be read. The request may have been executed all the same.
  }
  return new Failure(isUnsent ? "unsent" : "failed", ConnectionError, message, { cause });
}

/** What the runtime says of a failure, at its innermost, and the remedy where one is known. */
function explain(error: unknown, { origin, hostname }: URL): string {
  const { code, message } = causesOf(error).at(-1) ?? {};
  const reason = `${code || message || error}`;
  if (/refused/i.test(reason)) {
    return `${reason}: nothing listens at ${origin}${isLoopback(hostname) ? ". Is the mock running?" : ""}`;
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|EPROTO|InvalidContentType/.test(reason)) {
    return `${reason}: ${origin} does not speak TLS. Is it an http: URL?`;
  }
  return /ENOTFOUND|EAI_AGAIN/.test(reason) ? `${reason}: no address is known for ${hostname}. Check baseUrl` : reason;
}
