/**
 * Returns whether a value contains or leads to a secret: through its own properties (hidden ones too), getters of errors,
 * and causes.
 */
export function containsSecret(value: unknown, secret: string, seen = new Set<unknown>()): boolean {
  if (typeof value === "string") return value.includes(secret);
  if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return false;
  seen.add(value);
  const held: unknown[] = value instanceof Headers || value instanceof Map ? [...value.entries()] : [];
  if (value instanceof Error) held.push(value.message, value.stack, value.cause, String(value));
  for (const name of Reflect.ownKeys(value)) {
    try {
      held.push(name, Reflect.get(value, name));
    } catch {
      // A property that throws when it is read leaks nothing.
    }
  }
  return held.some((part) => containsSecret(part, secret, seen));
}
