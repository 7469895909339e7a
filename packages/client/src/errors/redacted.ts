/**
 * Keeps a secret out of what is reported: texts and headers without it, and of an error that may hold it no more than
 * the message. A custom `fetch` may throw errors that carry the whole request.
 */
export function redacted(value: unknown, secret: string | undefined): unknown {
  if (!secret) return value;
  if (typeof value === "string") return value.replaceAll(secret, "[API key]");
  if (value instanceof Headers) {
    return new Headers([...value].map(([name, text]) => [name, redacted(text, secret) as string]));
  }
  if (!(value instanceof Error) || isHarmless(value, secret)) return value;
  return new Error(redacted(value.message, secret) as string);
}

/** Whether a value is made of nothing but errors, plain objects, and texts without the secret. */
function isHarmless(value: unknown, secret: string): boolean {
  const object = Object(value);
  if (object !== value) return !`${value as string}`.includes(secret);
  const { stack, message, cause, errors = [] } = object;
  const parts = [stack, message, cause, ...errors, ...Object.values(object)];
  return (object instanceof Error || object.constructor === Object) && parts.every((part) => isHarmless(part, secret));
}
