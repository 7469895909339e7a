import { findOptionMistake } from "./check-options.js";
import type { ClientOptions } from "./client-options.js";
import { serverUrls } from "./generated/operations.js";
import { isLoopback } from "./is-loopback.js";

/** The client's options with every default resolved. */
export interface Settings {
  apiKey: string | (() => string | Promise<string>);
  baseUrl: string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  timeout: number;
  maxRetries: number;
  headers: HeadersInit | undefined;
  isTrusted: (url: URL) => boolean;
  onRetry: ClientOptions["onRetry"];
}

const names = [
  "apiKey",
  "baseUrl",
  "fetch",
  "timeout",
  "maxRetries",
  "headers",
  "trustedHosts",
  "onRetry",
] as const satisfies (keyof ClientOptions)[];

/** Resolves every default, once; throws a `TypeError` that names the option that is wrong. */
export function resolveSettings(options: ClientOptions): Settings {
  const given = {
    ...options,
    apiKey: options.apiKey ?? readEnvironment("TESTSIGMA_API_KEY"),
    baseUrl: options.baseUrl ?? readEnvironment("TESTSIGMA_BASE_URL") ?? serverUrls[0],
  };
  const { apiKey, headers, timeout = 30_000, maxRetries = 2, onRetry } = given;
  const mistake = findOptionMistake(given, names);
  if (mistake) throw new TypeError(`createClient: ${mistake}`);
  if (apiKey === undefined) {
    throw new TypeError("createClient: Option apiKey is missing. Pass it or set TESTSIGMA_API_KEY");
  }

  const baseUrl = given.baseUrl.replace(/\/+$/, "");
  const { host, protocol } = new URL(baseUrl);
  const { trustedHosts = ["testsigma.com", "*.testsigma.com"] } = options;
  return {
    apiKey,
    baseUrl,
    // Looked up at every call, so that a global replaced later (by a test, say) is used.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeout,
    maxRetries,
    headers,
    isTrusted: (url) =>
      !url.username &&
      (url.host === host ||
        trustedHosts.some((name) => (name[0] === "*" ? url.host.endsWith(name.slice(1)) : url.host === name))) &&
      // Plain http stays on loopback.
      (url.protocol === "https:" || (url.protocol === protocol && isLoopback(url))),
    onRetry,
  };
}

/** An empty variable counts as unset, as CI systems pass a missing secret. Deno throws without permission. */
function readEnvironment(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env[name] || undefined;
  } catch {
    return undefined;
  }
}
