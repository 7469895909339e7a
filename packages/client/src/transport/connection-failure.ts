import { Failure } from "../errors/failure.js";
import { ConnectionError } from "../errors/transport-errors.js";
import { isLoopback } from "../options/safe-url.js";
import { isUnsentError } from "./is-unsent-error.js";

/** Creates the failure of a request for which `fetch`, or a step before it, threw. */
export function connectionFailure(cause: unknown, url: URL, isSent: boolean): Failure {
  let message = "fetch failed";
  let isUnsent = !isSent;
  try {
    message = explain(cause, url);
    isUnsent ||= isUnsentError(cause, url);
  } catch {
    // The error cannot even be read. The request may still have been executed.
  }
  return new Failure(isUnsent ? "unsent" : "failed", ConnectionError, message, { cause });
}

const mostCauses = 5;

/** Returns the innermost message of the runtime's error, with the remedy if one is known. */
function explain(error: unknown, { origin, hostname }: URL): string {
  let innermost = Object(error);
  for (let depth = 0; innermost.cause && depth < mostCauses; depth++) innermost = Object(innermost.cause);
  const reason = `${innermost.code || innermost.message || error}`;
  if (/refused/i.test(reason)) {
    return `${reason}: nothing listens at ${origin}${isLoopback(hostname) ? ". Is the mock running?" : ""}`;
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|EPROTO|InvalidContentType/.test(reason)) {
    return `${reason}: ${origin} does not speak TLS. Is it an http: URL?`;
  }
  return /ENOTFOUND|EAI_AGAIN/.test(reason) ? `${reason}: no address is known for ${hostname}. Check baseUrl` : reason;
}
