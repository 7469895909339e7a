import { RedirectError } from "../errors.js";
import { serverUrls } from "../generated/routes.js";
import { publicUrl } from "../url.js";
import { Failure } from "./failure.js";
import { type FailureKind, isSafe } from "./retry-policy.js";

/** This limit also ends a loop. */
const maxHops = 3;
const keepsRequestStatuses = new Set([301, 307, 308]);

/** Returns whether a response is a redirect; browsers hide its status. */
export function isRedirect(response: Response): boolean {
  const { status } = response;
  return status < 200 ? response.type === "opaqueredirect" : status >= 300 && status < 400;
}

interface Hop {
  readonly method: string;
  readonly from: string;
  /** The number of redirects followed before this one. */
  readonly hops: number;
  readonly isTrusted: (url: URL) => boolean;
}

/**
 * Returns the URL to send the request to again: the target of a redirect that preserves method, body and key. Throws
 * for a redirect that must not or cannot be followed.
 */
export function redirectTarget({ status, headers, type }: Response, { method, from, hops, isTrusted }: Hop): string {
  const { origin, protocol } = new URL(from);
  const location = headers.get("location");
  const target = location && URL.canParse(location, from) ? new URL(location, from) : undefined;
  const rejection = (kind: FailureKind, reason: string) => {
    const url = target && publicUrl(target);
    const message = `${status || "a"} redirect${url ? ` to ${url}` : ""}: ${reason}`;
    return new Failure(kind, RedirectError, message, { target: url });
  };
  if (type === "opaqueredirect") {
    const otherServer = serverUrls.find((server) => !server.startsWith(origin));
    throw rejection("unusable", `this runtime hides the target of redirects; set baseUrl to ${otherServer}`);
  }
  const keepsRequest = keepsRequestStatuses.has(status) || (status === 302 && isSafe(method));
  if (!target || !keepsRequest) throw rejection("unusable", "not followed");
  if (hops === maxHops) throw rejection("rejected", `over ${maxHops} hops`);
  if (protocol === "https:" && target.protocol === "http:") throw rejection("rejected", "would leave https");
  if (!isTrusted(target)) throw rejection("rejected", "not in trustedHosts");
  return target.href;
}
