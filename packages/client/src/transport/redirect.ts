import { RedirectError } from "../errors/transport-errors.js";
import type { Fail } from "../errors/fail.js";
import { serverUrls } from "../generated/operations.js";
import type { FailureKind } from "./retry-policy.js";

const mostHops = 3;

/**
 * Says where to send the request again: the target of a redirect that keeps method, body and key. `undefined` when the
 * answer is no redirect; throws for a redirect that must not or cannot be followed.
 *
 * @param hops How many redirects were followed before this one; the limit on them also ends a loop.
 */
export function redirectTarget(
  { status, headers, type }: Response,
  method: string,
  from: URL,
  hops: number,
  isTrusted: (url: URL) => boolean,
  fail: Fail,
): URL | undefined {
  const isHidden = type === "opaqueredirect";
  if (!isHidden && (status < 300 || status > 399)) return undefined;

  const location = headers.get("location");
  const target = location && URL.canParse(location, from) ? new URL(location, from) : undefined;
  const refuse = (kind: FailureKind, why: string) => {
    const message = `${status || "a"} redirect${target ? ` to ${target}` : ""}: ${why}`;
    return fail(kind, RedirectError, message, { target: target?.href });
  };
  if (isHidden) throw refuse("unusable", `hidden by this runtime; set baseUrl to ${serverUrls.at(-1)}`);
  if (!target || !/301|307|308|302(GET|HEAD)/.test(status + method)) throw refuse("unusable", "not followed");
  if (hops === mostHops) throw refuse("refused", `over ${mostHops} hops`);
  if (from.protocol === "https:" && target.protocol === "http:") throw refuse("refused", "down to http");
  if (!isTrusted(target)) throw refuse("refused", "not in trustedHosts");
  return target;
}
