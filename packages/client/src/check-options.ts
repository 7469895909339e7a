import type { CallOptions } from "./call-options.js";
import type { ClientOptions } from "./client-options.js";

type Name = keyof ClientOptions | keyof CallOptions;

/** What each option may hold, in words that name its types as `typeof` does. */
const allowed: Record<Name, string> = {
  apiKey: "string without spaces, or function",
  baseUrl: "string: https: URL (http: on loopback), no query",
  fetch: "function",
  timeout: "number from 0",
  maxRetries: "number from 0",
  headers: "object: valid headers",
  trustedHosts: "object: array",
  onRetry: "function",
  validation: "function",
  signal: "object",
};

/** Whether a value can stand in the `Authorization` header. */
export const isKey = (value: unknown) => /^[!-~]+$/.test(value as string);

/** Whether a key may be sent to a URL at all: by https, or in plain http that stays on this machine. */
export const isSafe = ({ protocol, hostname, username }: URL) =>
  !username && (protocol === "https:" || /^http:(.+\.)?(localhost|127[.\d]+|\[::1])$/.test(protocol + hostname));

function isAllowed(name: Name, value: unknown): boolean {
  try {
    if (name === "headers") new Headers(value as HeadersInit);
    return (
      allowed[name].includes(typeof value) &&
      // A delay over 31 bits would overflow a timer, and fire at once.
      (typeof value !== "number" || (value >= 0 && value < 2 ** 31)) &&
      (name !== "apiKey" || typeof value === "function" || isKey(value)) &&
      (name !== "baseUrl" || (isSafe(new URL(value as string)) && !/[?#]/.test(value as string)))
    );
  } catch {
    return false;
  }
}

/** Says which option is unknown or holds what is not allowed; `undefined` when all are well. */
export function findOptionMistake(options: object, known: RegExp): string | undefined {
  for (const [name, value] of Object.entries(options)) {
    if (!(name in allowed && known.test(name))) {
      const names = Object.keys(allowed).filter((one) => known.test(one));
      return `unknown option ${name}, known: ${names.join(", ")}`;
    }
    if (value !== undefined && !isAllowed(name as Name, value)) {
      // What may hold a secret is not shown.
      const given = /apiKey|headers/.test(name) ? "" : `, got ${show(value)}`;
      return `option ${name}: expected ${allowed[name as Name]}${given}`;
    }
  }
  return undefined;
}

/** A value as a message shows it. */
export const show = (value: unknown) => (typeof value === "string" ? `"${value}"` : `${value}`);
