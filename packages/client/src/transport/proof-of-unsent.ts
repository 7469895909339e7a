import { property } from "../describe.js";
import { ConnectionError } from "../errors.js";
import { isLoopback } from "../url.js";
import { Failure } from "./failure.js";

/** Creates the failure of a request for which `fetch`, or a step before it, threw. */
export function connectionFailure(cause: unknown, url: URL, isSent: boolean): Failure {
  let message = "fetch failed";
  let isUnsent = !isSent;
  try {
    const innermost = innermostCause(cause);
    // Only a URL that names its port can name one that fetch blocks.
    if (url.port && property(innermost, "message") === "bad port") {
      return new Failure("blocked", ConnectionError, `fetch blocks the port ${url.port}; use another`, { cause });
    }
    message = explain(innermost, url);
    isUnsent ||= isUnsentError(cause, url);
  } catch {
    // The error cannot even be read. The request may still have been executed.
  }
  return new Failure(isUnsent ? "unsent" : "unclear", ConnectionError, message, { cause });
}

/**
 * Returns whether an error of `fetch` proves that the request was not sent. A code alone proves nothing: a wrapped
 * `fetch` may throw for a request of its own, for example to a log server, after ours was executed. So the proof must
 * name the peer that was contacted. If the runtime does not name it, the outcome is unknown.
 */
export function isUnsentError(error: unknown, url: URL): boolean {
  // This is an error of another client, which the caller's `fetch` uses as well.
  if (property(error, "outcome") !== undefined) return false;
  return [error, property(error, "cause")].some((cause) => {
    const errors = errorsIn(cause);
    // An empty list, as of `Promise.any([])`, proves nothing.
    return (errors.length > 0 && errors.every((each) => namesPeer(each, url))) || namesPeer(cause, url);
  });
}

/** Returns the errors in an error: with several addresses to try, Node reports one for each. */
function errorsIn(error: unknown): unknown[] {
  const errors = property(error, "errors");
  return Array.isArray(errors) ? errors : [];
}

type Properties = { readonly [name: string]: unknown };

function namesPeer(error: unknown, url: URL): boolean {
  const { name, code, syscall, address, hostname, path, message, port } = (error ?? {}) as Properties;
  const host = url.hostname.replace(/[[\]]/g, "");
  const isAskedHost = address === host || (host === "localhost" && isLoopback(`${address}`));
  return (
    // Node, npm's undici, axios. The addresses of a name say nothing about the name.
    (syscall === "connect" && isAskedHost && `${port}` === portOf(url)) ||
    (syscall === "getaddrinfo" && hostname === host) ||
    // Bun. Its EPROTO may also come later.
    (path === url.href && /refused|ENOTFOUND|EAI_AGAIN|CERT|UNABLE_TO/i.test(`${code}`)) ||
    // Deno, including when the permission to connect is missing.
    `${message}`.startsWith(`error sending request for url (${url.href}): client error (Connect)`) ||
    (name === "NotCapable" && `${message}`.includes(`net access to "${url.hostname}:${portOf(url)}"`))
  );
}

const portOf = ({ protocol, port }: URL): string => port || (protocol === "https:" ? "443" : "80");

const maxCauses = 5;

function innermostCause(error: unknown): unknown {
  let innermost = error;
  for (let depth = 0; property(innermost, "cause") && depth < maxCauses; depth++) {
    innermost = property(innermost, "cause");
  }
  return innermost;
}

/** Returns the code or message of the runtime's error, with the remedy if one is known. */
function explain(error: unknown, url: URL): string {
  const code = property(error, "code");
  // The code of a `DOMException` is a number that means nothing to a reader.
  const reason = String((typeof code === "string" && code) || property(error, "message") || error);
  if (/refused/i.test(reason)) return `${reason}: ${explainRefusal(error, url)}`;
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|EPROTO|InvalidContentType/.test(reason)) {
    return `${reason}: ${url.origin} does not speak TLS. Is it an http: URL?`;
  }
  return /ENOTFOUND|EAI_AGAIN/.test(reason)
    ? `${reason}: no address is known for ${url.hostname}. Check baseUrl`
    : reason;
}

/** Names the peer that refused the connection, which may be a proxy. */
function explainRefusal(error: unknown, url: URL): string {
  const { address, port } = (errorsIn(error)[0] ?? error) as Properties;
  if (port !== undefined && `${port}` !== portOf(url)) {
    return `nothing listens at ${address}:${port}, which is not ${url.host}. Check the proxy settings`;
  }
  return `nothing listens at ${url.origin}${isLoopback(url.hostname) ? ". Is the mock running?" : ", or at the proxy"}`;
}
