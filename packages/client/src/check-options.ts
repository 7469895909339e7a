import type { CallOptions } from "./call-options.js";
import type { ClientOptions } from "./client-options.js";
import { isLoopback } from "./is-loopback.js";

type Name = keyof ClientOptions | keyof CallOptions;

const isFunction = (value: unknown) => typeof value === "function";
export const isHeaderSafe = (value: unknown) => typeof value === "string" && /^[\x21-\x7e]+$/.test(value);

const isBaseUrl = (value: unknown) => {
  if (typeof value !== "string" || !URL.canParse(value)) return false;
  const url = new URL(value);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
  return isSafe && !url.username && !url.search && !url.hash;
};

const isHeaders = (value: unknown) => {
  try {
    new Headers(value as HeadersInit);
    return true;
  } catch {
    return false;
  }
};

const isWhole = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** What each option may hold, in words and as a test. */
const rules: Record<Name, [allowed: string, test: (value: unknown) => boolean]> = {
  apiKey: [
    "a text without spaces and line breaks, or a function that returns one",
    (v) => isFunction(v) || isHeaderSafe(v),
  ],
  baseUrl: ["an https: URL (http: on loopback) without user, query and fragment", isBaseUrl],
  fetch: ["a function", isFunction],
  // A longer delay would overflow the 32 bits that timers have, and fire at once.
  timeout: ["milliseconds from 0 to 2147483647", (v) => typeof v === "number" && v >= 0 && v < 2 ** 31],
  maxRetries: ["a whole number from 0", isWhole],
  headers: ["valid header names and values", isHeaders],
  trustedHosts: [
    'an array of hosts such as "example.com" or "*.example.com"',
    (v) => Array.isArray(v) && v.every((host) => /^(\*\.)?[\w.:[\]-]+$/.test(host)),
  ],
  onRetry: ["a function", isFunction],
  signal: ["an AbortSignal", (v) => isFunction((v as AbortSignal | null)?.addEventListener)],
};

/** Options that may hold a secret and so are not shown. */
const isSecret = (name: string) => name === "apiKey" || name === "headers";

/** Says which option is unknown or holds what is not allowed; `undefined` when all are well. */
export function findOptionMistake(options: object, known: readonly Name[]): string | undefined {
  for (const [name, value] of Object.entries(options)) {
    const rule = known.includes(name as Name) && rules[name as Name];
    if (!rule) return `Unknown option ${name}. Known: ${known.join(", ")}`;
    if (value !== undefined && !rule[1](value)) {
      return `Option ${name}: expected ${rule[0]}${isSecret(name) ? "" : `, got ${show(value)}`}`;
    }
  }
  return undefined;
}

const show = (value: unknown) => (typeof value === "string" ? JSON.stringify(value) : String(value));
