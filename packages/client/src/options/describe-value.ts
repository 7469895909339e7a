const longestText = 100;

/** Returns what a value is at runtime, such as "Array", whichever realm it comes from. */
const kindOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/** Describes the type of a value, for what may be a secret. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  const type = typeof value === "object" ? kindOf(value) : typeof value;
  return `${/^[AEIO]/.test(type) ? "an" : "a"} ${type}`;
}

/** Describes a value for a message. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, longestText));
  return typeof value === "number" || typeof value === "boolean" ? String(value) : describeType(value);
}

/** Returns the message of what was thrown. */
export const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : describeValue(thrown));

/** Tells whether a value is an object of named properties, and not one of another kind, such as an array or a signal. */
export const isRecord = (value: unknown): value is Record<string, unknown> => kindOf(value) === "Object";

/** Tells whether a value is a `Blob` or a `File`, of this realm or another. */
export const isFile = (value: unknown) => ["Blob", "File"].includes(kindOf(value));
