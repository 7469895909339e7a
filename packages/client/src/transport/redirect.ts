import { RedirectError } from "../errors.js";
import { serverUrls } from "../generated/routes.js";
import { publicUrl } from "../url.js";
import { Failure, type FailureKind } from "./failure.js";
import { isSafe } from "./retry-policy.js";

const mostHops = 3;
const keepsRequestStatuses = new Set([301, 307, 308]);

/** Tells whether a response is a redirect; browsers hide its status. */
export const isRedirect = ({ status, type }: Response) => type === "opaqueredirect" || (status >= 300 && status < 400);

interface Hop {
  readonly method: string;
  readonly from: URL;
  /** The number of redirects followed before this one; the limit on them also ends a loop. */
  readonly hops: number;
  readonly isTrusted: (url: URL) => boolean;
}

/**
 * Returns the URL to send the request to again: the target of a redirect that preserves method, body and key. Throws
 * for a redirect that must not or cannot be followed.
 */
export function redirectTarget({ status, headers, type }: Response, { method, from, hops, isTrusted }: Hop): URL {
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
  const keepsRequest = keepsRequestStatuses.has(status) || (status === 302 && isSafe(method));
  if (!target || !keepsRequest) throw rejection("unusable", "not followed");
  if (hops === mostHops) throw rejection("rejected", `over ${mostHops} hops`);
  if (from.protocol === "https:" && target.protocol === "http:") throw rejection("rejected", "down to http");
  if (!isTrusted(target)) throw rejection("rejected", "not in trustedHosts");
  return target;
}
