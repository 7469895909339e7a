import { serverUrls } from "../generated/service.js";
import type { ClientOptions } from "./client-options.js";
import { clientOptionRules, findOptionMistake } from "./option-rules.js";
import { isSafeUrl } from "./safe-url.js";
import { toHeaders } from "./to-headers.js";

/** The client's options with every default resolved. */
export type Settings = ReturnType<typeof resolveSettings>;

const defaultTimeoutMs = 30_000;
const defaultFormTimeoutMs = 300_000;
const defaultMaxResponseBytes = 10 * 2 ** 20;

/** Resolves every default, once; throws a `TypeError` that names the option or variable that is wrong. */
export function resolveSettings(options: ClientOptions) {
  throwIf(findOptionMistake(options, clientOptionRules));
  const {
    apiKey = readVariable("TESTSIGMA_API_KEY", "apiKey") ?? readVariable("TESTSIGMA_API_TOKEN", "apiKey"),
    baseUrl = readVariable("TESTSIGMA_BASE_URL", "baseUrl") ?? serverUrls[0],
    timeout,
    maxRetries = 2,
    trustedHosts = ["testsigma.com"],
    maxResponseBytes = defaultMaxResponseBytes,
  } = options;
  if (!apiKey) return throwIf("no API key. Set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN), or pass the option apiKey");

  const { host } = new URL(baseUrl);
  const hosts = trustedHosts.map((name) => name.toLowerCase());
  return {
    ...options,
    apiKey,
    baseUrl: baseUrl.trim().replace(/\/+$/, ""),
    timeout: timeout ?? defaultTimeoutMs,
    formTimeout: timeout ?? defaultFormTimeoutMs,
    maxRetries,
    headers: toHeaders(options.headers),
    isTrusted: (url: URL) =>
      isSafeUrl(url) && (url.host === host || hosts.some((name) => `.${url.host}`.endsWith(`.${name}`))),
    maxResponseBytes,
  };
}

/** Throws what `createClient` throws for wrong options. */
export function throwIf(mistake: string): never;
export function throwIf(mistake: string | undefined): void;
export function throwIf(mistake: string | undefined): void {
  if (mistake) throw new TypeError(`createClient: ${mistake}`);
}

/** An empty variable counts as unset, as CI systems pass a missing secret. Deno throws without permission. */
function readVariable(name: string, option: "apiKey" | "baseUrl"): string | undefined {
  let value: string | undefined;
  try {
    value = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env[name];
  } catch {}
  if (!value) return undefined;
  const mistake = clientOptionRules[option](value);
  throwIf(mistake && `${name}: ${mistake}`);
  return value;
}
