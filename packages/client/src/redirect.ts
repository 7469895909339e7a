import { RedirectError } from "./errors/transport-errors.js";
import type { Fail } from "./fail.js";
import { serverUrls } from "./generated/operations.js";

const mostHops = 3;

/**
 * Says where to send the request again: the target of a redirect that keeps method, body and key. `undefined` when the
 * answer is no redirect; throws for a redirect that must not or cannot be followed.
 *
 * @param visited the URLs that the request was sent to, this answer's last
 */
export function redirectTarget(
  response: Response,
  method: string,
  visited: readonly URL[],
  baseUrl: string,
  isTrusted: (url: URL) => boolean,
  fail: Fail,
): URL | undefined {
  const { status, headers, type } = response;
  const isHidden = type === "opaqueredirect";
  if (!isHidden && (status < 300 || status > 399)) return undefined;

  const from = visited.at(-1) as URL;
  const location = headers.get("location");
  const target = location && URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (target) target.hash = "";
  const isSameRequest = /301|307|308/.test(`${status}`) || (status === 302 && /GET|HEAD/.test(method));
  const isUsable = target && isSameRequest;
  const why =
    (isHidden && "hidden by this runtime") ||
    (!isUsable && "not followed") ||
    (visited.some(({ href }) => href === target?.href) && "a loop") ||
    (visited.length > mostHops && `over ${mostHops} hops`) ||
    (from.protocol === "https:" && target?.protocol !== "https:" && "down to http") ||
    (target && !isTrusted(target) && "not trusted");
  if (!why) return target;

  // The base URL with which the request would have gone straight to the target.
  const { pathname, search } = visited[0] as URL;
  const rest = (pathname + search).slice(new URL(baseUrl).pathname.length);
  const better = target?.href.replace(rest, "") ?? serverUrls.at(-1);
  const message = `${status || "a"} redirect${target ? ` to ${target}` : ""}: ${why}; if you trust it, set baseUrl to ${better}`;
  throw fail(isUsable ? "refused" : "unusable", RedirectError, message, { target: target?.href });
}
