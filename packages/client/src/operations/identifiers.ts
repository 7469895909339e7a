import { describeValue } from "../options/describe-value.js";

/** Values that cannot be identifiers: "." and ".." would be resolved away, so that the request went to another path. */
const notIdentifiers = new Set(["", ".", ".."]);

const isIdentifier = (value: unknown) =>
  typeof value === "string" ? !notIdentifiers.has(value) : Number.isFinite(value) || typeof value === "bigint";

/** Returns what is wrong with the path parameters; `undefined` if nothing is. */
export function findPathMistake(names: readonly string[], parameters: { readonly [name: string]: unknown }) {
  const wrong = names.find((name) => !isIdentifier(parameters[name]));
  return wrong && `${wrong}: expected an identifier, got ${describeValue(parameters[wrong])}`;
}
