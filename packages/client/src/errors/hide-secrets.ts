/** Replaces every secret in a text. */
export type Hide = (text: string) => string;

/** Shorter ones, as people use with a mock, are also words: hidden everywhere, they would rewrite what a server says. */
const shortestSecret = 8;

/** Creates the function that hides secrets in text, also where their characters are escaped as in JSON or a URL. */
export function createHide(secrets: ReadonlySet<string>): Hide {
  if (secrets.size === 0) return (text) => text;
  const pattern = new RegExp([...secrets].map(patternOf).join("|"), "gi");
  return (text) => text.replace(pattern, "[API key]");
}

function patternOf(secret: string): string {
  const characters = Array.from(secret, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(2, "0");
    return `(?:\\x${code}|\\\\u00${code}|%${code})`;
  }).join("");
  return secret.length < shortestSecret ? `(?<=Bearer )${characters}` : characters;
}

/** Hides secrets in what an error carries beside its message; `undefined` for what cannot be searched. */
export function hideInField(name: string, value: unknown, hide: Hide): unknown {
  try {
    if (name === "cause") return hideInCause(value, hide);
    // Copied, because they may be of another realm or library.
    if (name === "headers") return new Headers(hideInJson([...(value as Headers)], hide));
    return hideInJson(value, hide);
  } catch {
    return undefined;
  }
}

/** Hides secrets in the texts of a JSON value. */
function hideInJson<Json>(value: Json, hide: Hide): Json;
function hideInJson(value: unknown, hide: Hide): unknown {
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((item) => hideInJson(item, hide));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(hideInJson(Object.entries(value), hide));
}

/**
 * A cause as it is where it provably holds no secret, else no more than its code and message: a `fetch` of the
 * caller's may throw errors that carry the whole request.
 */
function hideInCause(cause: unknown, hide: Hide): unknown {
  if (isHarmless(cause, hide, new Set())) return cause;
  const { code, message = cause } = Object(cause);
  return Object.assign(new Error(hide(String(message))), { code: hideInJson(code, hide) });
}

/** Enough for any error of a runtime; what is larger is not searched. */
const mostObjects = 200;

/** Whether a value is a tree of errors, arrays, plain objects and texts without a secret. */
function isHarmless(value: unknown, hide: Hide, seen: Set<unknown>): boolean {
  if (Object(value) !== value) return hide(String(value)) === String(value);
  // What refers back to itself keeps naive loggers busy forever.
  if (seen.has(value) || seen.size === mostObjects) return false;
  seen.add(value);
  const prototype = Object.getPrototypeOf(value);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain && !Array.isArray(value) && !(value instanceof Error)) return false;
  // Symbols and properties that are not enumerable too: a debugger shows them.
  return Reflect.ownKeys(value as object).every(
    (key) => hide(String(key)) === String(key) && isHarmless(Reflect.get(value as object, key), hide, seen),
  );
}
