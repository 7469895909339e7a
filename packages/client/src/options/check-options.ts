/** Whether a value can stand in the `Authorization` header. */
export const isKey = (value: unknown) => /^[!-~]+$/.test(value as string);

/** Whether a key may be sent to a URL at all: by https, or in plain http that stays on this machine. */
export const isSafe = ({ protocol, hostname, username }: URL) =>
  !username && (protocol === "https:" || /^http:(.+\.)?(localhost|127[.\d]+|\[::1])$/.test(protocol + hostname));

/** Option name to what it may hold, in words that name its types as `typeof` does. */
export type AllowedOptions<Options> = { readonly [name in keyof Options]-?: string };

/** What the options may hold that both a client and a call take. */
export const sharedOptions = {
  timeout: "number from 0",
  maxRetries: "number from 0",
  headers: "object: valid headers",
};

/** Says which option is unknown or holds what is not allowed; `undefined` when all are well. */
export function findOptionMistake(options: object, allowed: AllowedOptions<object>): string | undefined {
  for (const [name, value] of Object.entries(options)) {
    const words = Object(allowed)[name];
    if (!words) return `unknown option ${name}, known: ${Object.keys(allowed).join(", ")}`;
    if (value !== undefined && !isAllowed(name, value, words)) {
      // What may hold a secret is not shown.
      return `option ${name}: expected ${words}${/apiKey|headers/.test(name) ? "" : `, got ${show(value)}`}`;
    }
  }
  return undefined;
}

function isAllowed(name: string, value: unknown, words: string): boolean {
  try {
    if (name === "headers") new Headers(value as RequestInit["headers"]);
    return (
      words.includes(typeof value) &&
      // A delay over 31 bits would overflow a timer, and fire at once.
      (typeof value !== "number" || (value >= 0 && value < 2 ** 31)) &&
      (name !== "apiKey" || typeof value === "function" || isKey(value)) &&
      (name !== "baseUrl" || (isSafe(new URL(value as string)) && !/[?#]/.test(value as string)))
    );
  } catch {
    return false;
  }
}

/** A value as a message shows it. */
export const show = (value: unknown) => (typeof value === "string" ? `"${value}"` : `${value}`);
