/**
 * Keeps a secret out of what is reported: returns the thrown value itself where the secret is not in it, else a copy of
 * its message without the secret. A custom `fetch` may throw errors that carry the whole request.
 */
export function redacted(thrown: unknown, secret: string | undefined): unknown {
  try {
    const everything: string | undefined = JSON.stringify(thrown, (_key, value) =>
      value instanceof Error
        ? [value.message, value.stack, value.cause, { ...value }]
        : value instanceof Headers
          ? [...value]
          : value instanceof Request
            ? [...value.headers]
            : value,
    );
    if (!secret || !everything?.includes(secret)) return thrown;
  } catch {
    // What cannot be searched, such as a circle, is not passed on.
  }
  return new Error(redactedText(`${(thrown as Error).message}`, secret));
}

export const redactedText = (text: string, secret: string | undefined) =>
  secret ? text.replaceAll(secret, "[API key]") : text;
