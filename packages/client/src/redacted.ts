/**
 * Keeps a secret out of what is reported: returns the thrown value itself where the secret is not in it, else a copy of
 * its message without the secret. A custom `fetch` may throw errors that carry the whole request.
 */
export function redacted(thrown: unknown, secret: string | undefined): unknown {
  if (!secret || !holds(thrown, secret, new Set())) return thrown;
  return new Error(redactedText(String((thrown as Error).message), secret));
}

export const redactedText = (text: string, secret: string | undefined) =>
  secret ? text.replaceAll(secret, "[API key]") : text;

function holds(value: unknown, secret: string, seen: Set<unknown>): boolean {
  if (typeof value === "string") return value.includes(secret);
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  if (value instanceof Headers) return [...value.values()].some((entry) => holds(entry, secret, seen));
  return Reflect.ownKeys(value).some((key) => holds((value as Record<PropertyKey, unknown>)[key], secret, seen));
}
