import type { CallOptions } from "./call-options.js";
import type { ClientOptions } from "./client-options.js";

type Name = keyof ClientOptions | keyof CallOptions;

/** What each option may hold; the words name its types as `typeof` does. */
const allowed: Record<Name, string> = {
  apiKey: "string without spaces, or function",
  baseUrl: "string: https: URL (http: on loopback) without user and query",
  fetch: "function",
  timeout: "number of milliseconds",
  maxRetries: "number",
  headers: "object of valid headers",
  trustedHosts: "object: array of hosts",
  onRetry: "function",
  validation: "function",
  signal: "object: AbortSignal",
};

/** Whether a value can stand in the `Authorization` header. */
export const isKey = (value: unknown) => /^[!-~]+$/.test(value as string);

/** Whether a key may be sent to a URL at all: by https, or in plain http that stays on this machine. */
export const isSafe = ({ protocol, hostname, username }: URL) =>
  !username &&
  (protocol === "https:" || (protocol === "http:" && /^(.+\.)?localhost$|^127[.\d]+$|^\[::1]$/.test(hostname)));

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

/** Says which option of a call is unknown or holds what is not allowed; `undefined` when all are well. */
export const findCallOptionMistake = (options: object) => findMistake(options, /^(signal|timeout|maxRetries|headers)$/);

/** The same for the options of a client, of which `apiKey` must be there. */
export const findClientOptionMistake = (options: ClientOptions) =>
  findMistake({ ...options, apiKey: options.apiKey ?? "" }, /^(?!signal)/);

function findMistake(options: object, known: RegExp): string | undefined {
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
export const show = (value: unknown) => (typeof value === "string" ? `"${value}"` : String(value));
