import { isLoopback } from "../url.js";

/**
 * Tells whether an error of `fetch` proves that the request was not sent. A code alone proves nothing: a wrapped
 * `fetch` may throw for a request of its own, for example to a log server, after ours was executed. So the proof must
 * name the peer that was contacted. If the runtime does not name it, the outcome is unknown.
 */
export function isUnsentError(error: unknown, url: URL): boolean {
  // This is an error of another client, which the caller's `fetch` uses as well.
  if ("outcome" in Object(error)) return false;
  return [error, Object(error).cause].some((cause) => {
    // With several addresses to try, Node reports an error for each. An empty list, as of `Promise.any([])`, proves nothing.
    const { errors } = Object(cause);
    return (errors?.length && errors.every((each: unknown) => namesPeer(each, url))) || namesPeer(cause, url);
  });
}

function namesPeer(error: unknown, { href, protocol, hostname: bracketed, port: urlPort }: URL): boolean {
  const { name, code, syscall, address, port, hostname, path, message }: Record<string, unknown> = Object(error);
  const askedHost = bracketed.replace(/[[\]]/g, "");
  const askedPort = urlPort || (protocol === "https:" ? "443" : "80");
  const isAskedHost = address === askedHost || (askedHost === "localhost" && isLoopback(`${address}`));
  return (
    // Node, npm's undici, axios. The addresses of a name say nothing about the name.
    (syscall === "connect" && isAskedHost && `${port}` === askedPort) ||
    (syscall === "getaddrinfo" && hostname === askedHost) ||
    // Bun. Its EPROTO may also come later.
    (path === href && /refused|ENOTFOUND|EAI_AGAIN|CERT|UNABLE_TO/i.test(`${code}`)) ||
    // Deno, including when the permission to connect is missing.
    `${message}`.startsWith(`error sending request for url (${href}): client error (Connect)`) ||
    (name === "NotCapable" && `${message}`.includes(`net access to "${bracketed}:${askedPort}"`))
  );
}
