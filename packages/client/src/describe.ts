/** Returns the kind of a value at runtime, such as "Array", whichever realm it comes from. */
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** Returns whether a value is a plain object, and not one of another kind, such as an array or a signal. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === "Object";
}

/** Returns whether a value is a `Blob` or a `File`, whichever realm it comes from. */
export function isFile(value: unknown): boolean {
  return ["Blob", "File"].includes(kindOf(value));
}

export function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === "function";
}

/** Returns a property of a value that may be anything; `undefined` if it does not have it. */
export function property(value: unknown, name: PropertyKey): unknown {
  return (value as { readonly [name: PropertyKey]: unknown } | null | undefined)?.[name];
}

/** Parses JSON; returns `undefined` for a text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns a text of at most `maxLength` characters and an ellipsis; never cuts a character in two. */
export function shorten(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

/** Describes a value that may be a secret, by its type alone. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  const type = typeof value === "object" ? kindOf(value) : typeof value;
  return `${/^[AEIO]/.test(type) ? "an" : "a"} ${type}`;
}

/** Returns whether a text may contain a JWT, as API keys are, or a URL with credentials. */
const mayBeSecret = (text: string): boolean => text.includes("eyJ") || (text.includes("//") && text.includes("@"));

const maxTextLength = 100;

/** Describes a value for a message; a text that may contain a secret, as where options are mixed up, by its type alone. */
export function describeValue(value: unknown): string {
  if (typeof value === "string" && !mayBeSecret(value)) return JSON.stringify(shorten(value, maxTextLength));
  return typeof value === "number" || typeof value === "boolean" ? String(value) : describeType(value);
}

/** Returns the message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : describeValue(thrown);
}
