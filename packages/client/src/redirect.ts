import { RedirectError } from "./errors/transport-errors.js";
import { Failure } from "./failure.js";
import { serverUrls } from "./generated/operations.js";
import type { Settings } from "./settings.js";

const mostHops = 3;

/**
 * Says where to send the request again: the target of a redirect that keeps method, body and key. `undefined` when the
 * answer is no redirect; throws a `Failure` for a redirect that must not or cannot be followed.
 *
 * @param visited the URLs that the request was sent to, this answer's last
 */
export function redirectTarget(
  response: Response,
  method: string,
  visited: readonly string[],
  { baseUrl, isTrusted }: Settings,
): string | undefined {
  const { status, headers, redirected, type } = response;
  const isHidden = type === "opaqueredirect";
  if (!isHidden && !redirected && (status < 300 || status > 399)) return undefined;

  const from = visited.at(-1) as string;
  const first = visited[0] as string;
  const location = headers.get("location") ?? (redirected ? response.url : "");
  const target = location && URL.canParse(location, from) ? new URL(location, from) : undefined;
  const fail = (kind: "refused" | "unusable", why: string) =>
    new Failure(RedirectError, kind, `${status || "A redirect"}: ${why}`, { target: target?.href });

  if (isHidden) {
    const others = serverUrls.filter((url) => url !== baseUrl);
    throw fail("unusable", `this runtime hides the target; set baseUrl to ${others.join(" or ")}`);
  }
  if (redirected) throw fail("unusable", `fetch followed a redirect to ${target?.href} by itself`);
  if (!target) throw fail("unusable", "no usable Location");
  const mayFollow = [301, 307, 308].includes(status) || (status === 302 && /^(GET|HEAD)$/.test(method));
  if (!mayFollow) throw fail("unusable", `not followed to ${target.href}`);

  target.hash = "";
  const isDowngrade = from.startsWith("https:") && target.protocol !== "https:";
  const why =
    (visited.includes(target.href) && "a loop") ||
    (visited.length > mostHops && `more than ${mostHops} hops`) ||
    (isDowngrade && "a downgrade to http") ||
    (!isTrusted(target) && "not a trusted host");
  if (why) {
    throw fail("refused", `not followed to ${target.href}: ${why}. Set baseUrl to ${suggest(target, first, baseUrl)}`);
  }
  return target.href;
}

/** The base URL with which the request would have gone straight to the target. */
const suggest = (target: URL, first: string, baseUrl: string) => {
  const rest = first.slice(baseUrl.length);
  return target.href.endsWith(rest) ? target.href.slice(0, -rest.length) : target.origin + new URL(baseUrl).pathname;
};
