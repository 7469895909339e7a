/** The environment variables that may contain the API key; the first one that is set counts. */
export const keyVariables: readonly string[] = ["TESTSIGMA_API_KEY", "TESTSIGMA_API_TOKEN"];

/** Keys that are shorter, such as one for a mock, may be ordinary words, which must not be hidden everywhere. */
const minHiddenLength = 8;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the API key, which is read from the environment only. Secrets of CI systems often end with a line break. */
export function apiKeyOf({ environment }: { readonly environment: Environment }): string | undefined {
  return keyVariables.map((name) => environment[name]?.trim()).find(Boolean);
}

/**
 * Returns a function that replaces the API keys of an environment in a text. Everything that leaves the command passes
 * through it: reports, names of files and responses may contain a key, and users pass it where it does not belong.
 */
export function keyHider(environment: Environment): (text: string) => string {
  const keys = keyVariables
    .map((name) => environment[name]?.trim() ?? "")
    .filter((key) => key.length >= minHiddenLength);
  const forms = keys.flatMap((key) => [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)]);
  return (text) => forms.reduce((hidden, form) => hidden.replaceAll(form, "[API key]"), text);
}
