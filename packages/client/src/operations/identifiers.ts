import { describeValue } from "../options/describe-value.js";

/** "." and ".." would be resolved away, and the request would go to another path. */
const notIdentifiers = new Set(["", ".", ".."]);

const isIdentifier = (value: unknown) =>
  typeof value === "string" ? !notIdentifiers.has(value) : Number.isFinite(value) || typeof value === "bigint";

/** Returns the names in the template of a path. */
export const pathNames = (template: string) => [...template.matchAll(/{([^{}]+)}/g)].map(([, name = ""]) => name);

/** Returns what is wrong with the parameters of a path; `undefined` if nothing is. */
export function findPathMistake(names: readonly string[], parameters: { readonly [name: string]: unknown }) {
  const wrong = names.find((name) => !isIdentifier(parameters[name]));
  return wrong && `${wrong}: expected an identifier, got ${describeValue(parameters[wrong])}`;
}
