/**
 * Keeps a secret out of what is reported: texts and headers without it, and a thrown value itself where the secret is
 * not in it, else only its message. A custom `fetch` may throw errors that carry the whole request.
 */
export function redacted(value: unknown, secret: string | undefined): unknown {
  if (!secret) return value;
  if (typeof value === "string") return value.replaceAll(secret, "[API key]");
  if (value instanceof Headers) {
    return new Headers([...value].map(([name, text]) => [name, redacted(text, secret) as string]));
  }
  try {
    const everything: string | undefined = JSON.stringify(value, (_key, part) =>
      part instanceof Error
        ? [part.message, part.stack, part.cause, { ...part }]
        : part instanceof Headers
          ? [...part]
          : part instanceof Request
            ? [...part.headers]
            : part,
    );
    if (!everything?.includes(secret)) return value;
  } catch {
    // What cannot be searched, such as a circle, is not passed on.
  }
  return new Error(redacted(`${(value as Error).message}`, secret) as string);
}
