const longestText = 100;

/** Returns the kind of a value at runtime, such as "Array", whichever realm it comes from. */
const kindOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/** Describes a value that may be a secret, by its type alone. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  const type = typeof value === "object" ? kindOf(value) : typeof value;
  return `${/^[AEIO]/.test(type) ? "an" : "a"} ${type}`;
}

/** The beginning of a JWT, as API keys are. */
const likeKey = "eyJ";

/** Describes a value for a message; a text that may hold a key, as where options are mixed up, by its type alone. */
export function describeValue(value: unknown): string {
  if (typeof value === "string" && !value.includes(likeKey)) return JSON.stringify(value.slice(0, longestText));
  return typeof value === "number" || typeof value === "boolean" ? String(value) : describeType(value);
}

/** Returns the message of anything that was thrown. */
export const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : describeValue(thrown));

/** Tells whether a value is a plain object, and not one of another kind, such as an array or a signal. */
export const isRecord = (value: unknown): value is Record<string, unknown> => kindOf(value) === "Object";

/** Tells whether a value is a `Blob` or a `File`, whichever realm it comes from. */
export const isFile = (value: unknown) => ["Blob", "File"].includes(kindOf(value));
