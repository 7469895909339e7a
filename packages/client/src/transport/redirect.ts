import { Failure, type FailureKind } from "../errors/failure.js";
import { RedirectError } from "../errors/transport-errors.js";
import { serverUrls } from "../generated/service.js";
import { publicUrl } from "../options/safe-url.js";
import { isSafe } from "./retry-policy.js";

const mostHops = 3;
const permanent = new Set([301, 308]);

/** Whether a response leads elsewhere; browsers hide the status of one that does. */
export const isRedirect = ({ status, type }: Response) => type === "opaqueredirect" || (status >= 300 && status < 400);

/**
 * Says where to send the request again: the target of a redirect that keeps method, body and key. Throws for a redirect
 * that must not or cannot be followed.
 *
 * @param hops How many redirects were followed before this one; the limit on them also ends a loop.
 */
export function redirectTarget(
  { status, headers, type }: Response,
  method: string,
  from: URL,
  hops: number,
  isTrusted: (url: URL) => boolean,
): URL {
  const location = headers.get("location");
  const target = location && URL.canParse(location, from) ? new URL(location, from) : undefined;
  const rejection = (kind: FailureKind, reason: string) => {
    const url = target && publicUrl(target);
    const message = `${status || "a"} redirect${url ? ` to ${url}` : ""}: ${reason}`;
    return new Failure(kind, RedirectError, message, { target: url });
  };
  if (type === "opaqueredirect") {
    throw rejection(
      "unusable",
      `hidden by this runtime; set baseUrl to ${serverUrls.find((server) => !server.startsWith(from.origin))}`,
    );
  }
  const keepsRequest = permanent.has(status) || status === 307 || (status === 302 && isSafe(method));
  if (!target || !keepsRequest) throw rejection("unusable", "not followed");
  if (hops === mostHops) throw rejection("rejected", `over ${mostHops} hops`);
  if (from.protocol === "https:" && target.protocol === "http:") throw rejection("rejected", "down to http");
  if (!isTrusted(target)) throw rejection("rejected", "not in trustedHosts");
  return target;
}

/** Old origin to new, as permanent redirects said. */
export type Moves = Map<string, string>;

/** A permanent redirect that keeps path and query says that the origin moved; any other speaks of one URL only. */
export function rememberMove(moves: Moves, status: number, from: URL, to: URL): void {
  if (permanent.has(status) && from.href.replace(from.origin, to.origin) === to.href) moves.set(from.origin, to.origin);
}
