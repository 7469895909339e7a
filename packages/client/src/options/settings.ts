import { property } from "../describe.js";
import { serverUrls } from "../generated/routes.js";
import { isSafeUrl } from "../url.js";
import type { ClientOptions } from "./options.js";
import { clientOptionRules, ownProperties, readOptions, toHeaders } from "./rules.js";

/** The client's options with every default resolved. */
export type Settings = ReturnType<typeof resolveSettings>;

const defaultTimeoutMs = 30_000;
const defaultFormTimeoutMs = 300_000;
const defaultMaxResponseBytes = 10 * 2 ** 20;

/**
 * Resolves every default.
 *
 * @throws {TypeError} naming the option or variable that is wrong, and the function that was called
 */
export function resolveSettings(options: ClientOptions | null | undefined, caller: string) {
  function fail(mistake: string): never {
    throw new TypeError(`${caller}: ${mistake}`);
  }

  /**
   * Reads an environment variable. An empty one counts as unset, because CI systems pass missing secrets that way. Deno
   * throws without permission.
   */
  function readVariable(name: string, option: "apiKey" | "baseUrl"): string | undefined {
    let value: string | undefined;
    try {
      const env = property(property(globalThis, "process"), "env") ?? {};
      value = Object.hasOwn(env, name) ? String(property(env, name)) : undefined;
    } catch {}
    const mistake = value && clientOptionRules[option](value);
    return mistake ? fail(`${name}: ${mistake}`) : value || undefined;
  }

  const {
    apiKey = readVariable("TESTSIGMA_API_KEY", "apiKey") ?? readVariable("TESTSIGMA_API_TOKEN", "apiKey"),
    baseUrl = readVariable("TESTSIGMA_BASE_URL", "baseUrl") ?? serverUrls[0],
    timeout,
    totalTimeout = 0,
    maxRetries = 2,
    headers,
    trustedHosts = ["testsigma.com"],
    maxResponseBytes = defaultMaxResponseBytes,
    ...others
  } = readOptions(options, clientOptionRules, fail);
  if (!apiKey) return fail("no API key. Set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN), or pass the option apiKey");

  const { host } = new URL(baseUrl);
  const hosts = trustedHosts.map((name) => name.toLowerCase());
  return ownProperties({
    ...others,
    apiKey,
    baseUrl: new URL(baseUrl).href.replace(/\/+$/, ""),
    timeout: timeout ?? defaultTimeoutMs,
    formTimeout: timeout ?? defaultFormTimeoutMs,
    totalTimeout,
    maxRetries,
    headers: headers && toHeaders(headers),
    isTrusted: (url: URL) =>
      isSafeUrl(url) && (url.host === host || hosts.some((name) => `.${url.host}`.endsWith(`.${name}`))),
    maxResponseBytes,
  });
}
