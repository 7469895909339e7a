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

/** The last keys that a client used are hidden; one that is older has usually been revoked. */
const maxSecrets = 8;

/** The API keys that a client has used. */
export class Secrets {
  /** The expression of each, compiled once. */
  readonly #patterns = new Map<string, RegExp>();

  add(secret: string): void {
    if (this.#patterns.has(secret)) return;
    this.#patterns.set(secret, new RegExp(patternOf(secret), "gi"));
    const [oldest = ""] = this.#patterns.keys();
    if (this.#patterns.size > maxSecrets) this.#patterns.delete(oldest);
  }

  /**
   * Hides the secrets in text, even if their characters are escaped as in JSON, in PHP's JSON (`\/`) or in a URL, and
   * those of which the end is missing.
   */
  readonly hide: Hide = (text) => {
    let hidden = text;
    for (const [secret, pattern] of this.#patterns) {
      if (text.length >= Math.min(secret.length, maxComparedLength)) hidden = hidden.replace(pattern, "[API key]");
    }
    return hidden;
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
