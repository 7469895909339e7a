import { type AllowedOptions, findOptionMistake, isSafe, sharedOptions } from "./check-options.js";
import type { ClientOptions } from "./client-options.js";
import { serverUrls } from "../generated/operations.js";

const allowed: AllowedOptions<ClientOptions> = {
  apiKey: "string without spaces, or function",
  baseUrl: "string: https: URL (http: on loopback), no query",
  fetch: "function",
  ...sharedOptions,
  trustedHosts: "object: array",
  onRetry: "function",
  validation: "function",
};

/** The client's options with every default resolved. */
export type Settings = ReturnType<typeof resolveSettings>;

/** Resolves every default, once; throws a `TypeError` that names the option that is wrong. */
export function resolveSettings(options: ClientOptions) {
  const {
    apiKey = readEnvironment("TESTSIGMA_API_KEY") ?? "",
    baseUrl = readEnvironment("TESTSIGMA_BASE_URL") ?? serverUrls[0],
    // Looked up at every call, so that a global replaced later (by a test, say) is used.
    fetch = (url: string, init: RequestInit) => globalThis.fetch(url, init),
    timeout = 30_000,
    maxRetries = 2,
    headers,
    trustedHosts = ["testsigma.com"],
    onRetry,
    validation,
  } = options;
  const mistake = findOptionMistake({ ...options, apiKey, baseUrl }, allowed);
  if (mistake) throw new TypeError(`createClient: ${mistake}`);

  const { host } = new URL(baseUrl);
  return {
    apiKey,
    baseUrl,
    fetch,
    timeout,
    maxRetries,
    headers: new Headers(headers),
    isTrusted: (url: URL) =>
      isSafe(url) && (url.host === host || trustedHosts.some((name) => `.${url.host}`.endsWith(`.${name}`))),
    onRetry,
    validation,
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
