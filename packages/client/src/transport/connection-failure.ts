import { Failure } from "../errors/failure.js";
import { ConnectionError } from "../errors/transport-errors.js";
import { isLoopback } from "../options/safe-url.js";
import { causesOf, isUnsentError } from "./is-unsent-error.js";

/** The failure of a request for which `fetch` threw. */
export function connectionFailure(cause: unknown, url: URL): Failure {
  try {
    const reason = reasonOf(cause);
    const remedy = remedyOf(reason, url);
    return new Failure(
      isUnsentError(cause) ? "unsent" : "failed",
      ConnectionError,
      remedy ? `${reason}: ${remedy}` : reason,
      { cause },
    );
  } catch {
    // What was thrown cannot even be read. The request may have been executed all the same.
    return new Failure("failed", ConnectionError, "fetch failed", { cause });
  }
}

/** What the runtime says of a failure, at its innermost. */
function reasonOf(error: unknown): string {
  const { code, message } = causesOf(error).at(-1) ?? {};
  return `${code || message || error}`;
}

function remedyOf(reason: string, { origin, hostname }: URL): string | undefined {
  if (/refused/i.test(reason)) {
    return `nothing listens at ${origin}${isLoopback(hostname) ? ". Is the mock running?" : ""}`;
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|EPROTO|InvalidContentType/.test(reason)) {
    return `${origin} does not speak TLS. Is it an http: URL?`;
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(reason)) return `no address is known for ${hostname}. Check baseUrl`;
  return undefined;
}
