import { fileURLToPath } from "node:url";
import { formatProblems, getTotals, lint, YamlParseError } from "@redocly/openapi-core";

export function at(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}

/** Returns whether the spec has no problem by the rules of a configuration; prints all problems otherwise. */
export async function isValid(config: Parameters<typeof lint>[0]["config"]): Promise<boolean> {
  try {
    const problems = await lint({ ref: at("openapi.yaml"), config });
    formatProblems(problems, { format: "stylish", totals: getTotals(problems), version: "", cwd: at("..") });
    return problems.length === 0;
  } catch (error) {
    // A file that is not YAML; the error has the place and the lines around it.
    if (!(error instanceof YamlParseError)) throw error;
    console.error(error.message);
    return false;
  }
}
