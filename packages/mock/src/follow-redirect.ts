/** Headers that describe a body. */
const bodyHeaders = ["content-encoding", "content-language", "content-location", "content-type", "content-length"];
/** Headers that must not reach another origin. */
const credentialHeaders = ["authorization", "proxy-authorization", "cookie", "host"];

/** The maximum number of redirects that `fetch` follows. */
export const maxRedirects = 20;

/**
 * Returns the request that `fetch` sends after a redirect; `undefined` if the response is not a redirect. A POST
 * becomes a GET without its body after 301 and 302, and credentials do not reach another origin, as the Fetch standard
 * says (HTTP-redirect fetch).
 *
 * @param again makes the first request again, for its body; throws if the body is a stream
 */
export function followRedirect(
  { method, url, headers: given, signal, redirect, body }: Request,
  response: Response,
  again: () => Request,
): Request | undefined {
  const { status } = response;
  const location = response.headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  const target = new URL(location, url);
  const becomesGet = status === 303 ? method !== "HEAD" : method === "POST" && (status === 301 || status === 302);
  const headers = new Headers(given);
  if (becomesGet) for (const name of bodyHeaders) headers.delete(name);
  if (target.origin !== new URL(url).origin) for (const name of credentialHeaders) headers.delete(name);
  if (becomesGet) return new Request(target, { method: "GET", headers, signal, redirect });
  return new Request(target, body ? new Request(again(), { headers }) : { method, headers, signal, redirect });
}
