import { property, shorten } from "./describe.js";
import { withoutCredentials } from "./url.js";

/** Replaces every secret in a text. */
export type Hide = (text: string) => string;

/**
 * Shorter secrets, as used with a mock, may also be ordinary words: hiding them everywhere would garble the server's
 * text.
 */
const minSecretLength = 8;

/** The engine rejects an expression for some thousand characters; so many are compared, and the rest are skipped. */
const maxComparedLength = 256;

/**
 * Creates the function that hides a secret in text, even if its characters are escaped as in JSON, in PHP's JSON (`\/`)
 * or in a URL. Its expression is compiled once, at the first text.
 */
export function createHide(secret: string): Hide {
  if (!secret) return (text) => text;
  const minLength = Math.min(secret.length, maxComparedLength);
  let pattern: RegExp | undefined;
  return (text) => {
    if (text.length < minLength) return text;
    pattern ??= new RegExp(patternOf(secret), "gi");
    return text.replace(pattern, "[API key]");
  };
}

/** Returns `createHide` with a memory of the last secret, because most clients have a single key. */
export function createHideFactory(): (secret: string) => Hide {
  let lastSecret: string | undefined;
  let hide: Hide = (text) => text;
  return (secret) => {
    if (secret !== lastSecret) hide = createHide(secret);
    lastSecret = secret;
    return hide;
  };
}

function patternOf(secret: string): string {
  const characters = Array.from(secret.slice(0, maxComparedLength), (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `(?:\\\\?\\x${code}|\\\\u00${code}|%${code})`;
  }).join("");
  if (secret.length < minSecretLength) return `(?<=Bearer )${characters}`;
  const restLength = Math.max(0, secret.length - maxComparedLength);
  return `${characters}(?:\\\\u00[2-7][0-9a-f]|%[2-7][0-9a-f]|\\\\?[!-~]){0,${restLength}}`;
}

const maxMessageLength = 300;

/**
 * Prepares a text to leave the client: everything that a server, a runtime or a caller's function said passes through
 * here. Secrets are hidden before the text is cut, because part of a key would not be recognised. A server's text must
 * not break a log line or change what a terminal or an editor shows.
 */
export function publicText(text: string, hide: Hide): string {
  return shorten(withoutCredentials(hide(text)), maxMessageLength).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}

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
export function hideInHeaders(headers: Headers, hide: Hide): Headers {
  return new Headers(hideInJson([...headers], hide));
}

/** Deeper values, which only an attacker sends, would exhaust the stack. */
const maxDepth = 2000;

/** Hides secrets in the strings of a JSON value. */
export function hideInJson<Json>(value: Json, hide: Hide, depth?: number): Json;
export function hideInJson(value: unknown, hide: Hide, depth = 0): unknown {
  if (typeof value === "string") return hide(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === maxDepth) return [];
  if (Array.isArray(value)) return value.map((item) => hideInJson(item, hide, depth + 1));
  return Object.fromEntries(hideInJson(Object.entries(value), hide, depth + 1));
}

const maxCauses = 5;

/**
 * Copies the parts of a cause that help a reader. The original is not exposed: a caller's `fetch` may throw errors that
 * hold the whole request, or that refer to themselves and would send a logger into an endless loop.
 */
function copyCause(cause: unknown, hideKey: Hide, depth = 1): Error {
  const hide: Hide = (text) => withoutCredentials(hideKey(text));
  const message = String(property(cause, "message") ?? cause);
  const inner = property(cause, "cause");
  const copy = new Error(
    hide(message),
    inner && depth < maxCauses ? { cause: copyCause(inner, hideKey, depth + 1) } : {},
  );
  copy.stack = hide(`${property(cause, "stack") ?? copy.stack}`);
  const name = hide(String(property(cause, "name") ?? "Error"));
  Object.defineProperty(copy, "name", { value: name, configurable: true });
  const code = property(cause, "code");
  return code === undefined ? copy : Object.assign(copy, { code: hideInJson(code, hide) });
}
