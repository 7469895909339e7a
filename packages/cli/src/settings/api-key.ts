/** The environment variables that may hold the API key; the first one that is set counts. */
export const keyVariables: readonly string[] = ["TESTSIGMA_API_KEY", "TESTSIGMA_API_TOKEN"];

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the API key, which is read from the environment only. Secrets of CI systems often end with a line break. */
export function apiKeyOf({ environment }: { readonly environment: Environment }): string | undefined {
  return keyVariables.map((name) => environment[name]?.trim()).find(Boolean);
}
