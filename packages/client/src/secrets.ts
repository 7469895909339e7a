/** Replaces every secret in a text. */
export type Hide = (text: string) => string;

/**
 * Shorter secrets, as used with a mock, may also be ordinary words: hiding them everywhere would garble the server's
 * text.
 */
const shortestSecret = 8;

/**
 * Creates the function that hides secrets in text, even if their characters are escaped as in JSON, in PHP's JSON
 * (`\/`) or in a URL.
 */
export function createHide(secrets: ReadonlySet<string>): Hide {
  if (secrets.size === 0) return (text) => text;
  const pattern = new RegExp([...secrets].map(patternOf).join("|"), "gi");
  return (text) => text.replace(pattern, "[API key]");
}

function patternOf(secret: string): string {
  const characters = Array.from(secret, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `(?:\\\\?\\x${code}|\\\\u00${code}|%${code})`;
  }).join("");
  return secret.length < shortestSecret ? `(?<=Bearer )${characters}` : characters;
}

const longestText = 300;

/**
 * Prepares a text to leave the client: everything that a server, a runtime or a caller's function said passes through
 * here. Secrets are hidden before the text is cut, because part of a key would not be recognised. A server's text must
 * not break a log line or change what a terminal or an editor shows.
 */
export const publicText = (text: string, hide: Hide) =>
  hide(text)
    .slice(0, longestText)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

/** Hides secrets in an error's properties other than the message; one that cannot be read becomes `undefined`. */
export function hideInFields<Fields extends object>(fields: Fields, hide: Hide): Fields {
  const entries = Object.entries(fields).map(([name, value]) => [name, hideInField(name, value, hide)]);
  return Object.fromEntries(entries);
}

function hideInField(name: string, value: unknown, hide: Hide): unknown {
  try {
    if (name === "cause") return value === undefined ? undefined : copyCause(value, hide);
    return name === "headers" ? hideInHeaders(value as Headers, hide) : hideInJson(value, hide);
  } catch {
    return undefined;
  }
}

/** Copies headers, which may come from another realm or library, and hides secrets in them. */
export const hideInHeaders = (headers: Headers, hide: Hide) => new Headers(hideInJson([...headers], hide));

/** The maximum depth: deeper values, which only an attacker sends, would exhaust the stack. */
const deepest = 2000;

/** Hides secrets in the strings of a JSON value. */
export function hideInJson<Json>(value: Json, hide: Hide, depth?: number): Json;
export function hideInJson(value: unknown, hide: Hide, depth = 0): unknown {
  if (typeof value === "string") return hide(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === deepest) return [];
  if (Array.isArray(value)) return value.map((item) => hideInJson(item, hide, depth + 1));
  return Object.fromEntries(hideInJson(Object.entries(value), hide, depth + 1));
}

const mostCauses = 5;

/**
 * Copies the parts of a cause that help a reader. The original is not exposed: a caller's `fetch` may throw errors that
 * hold the whole request, or that refer to themselves and would send a logger into an endless loop.
 */
function copyCause(cause: unknown, hide: Hide, depth = 1): Error {
  const { name = "Error", message = cause, code, stack, cause: inner } = Object(cause);
  const copy = new Error(
    hide(String(message)),
    inner && depth < mostCauses ? { cause: copyCause(inner, hide, depth + 1) } : {},
  );
  copy.stack = hide(`${stack ?? copy.stack}`);
  Object.defineProperty(copy, "name", { value: hide(String(name)), configurable: true });
  return code === undefined ? copy : Object.assign(copy, { code: hideInJson(code, hide) });
}
