import { describeType, isRecord } from "./describe-value.js";
import type { OptionRule, OptionRules } from "./option-rules.js";
import { ownProperties } from "./own-properties.js";

/**
 * Reads every option once and checks the values that it read.
 *
 * @param fail throws the error of a mistake: an option that is unknown or holds what is not allowed
 */
export function readOptions<Options extends object>(
  given: Options | null | undefined,
  rules: OptionRules<Options>,
  fail: (mistake: string) => never,
): Options {
  if (!isRecord(given ?? {})) return fail(`options: expected an object, got ${describeType(given)}`);
  const options = ownProperties(given ?? ({} as Options));
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) && (rules as Record<string, OptionRule>)[name];
    if (!rule) return fail(`unknown option ${name}, known: ${Object.keys(rules).join(", ")}`);
    const mistake = value === undefined ? undefined : rule(value);
    if (mistake) return fail(`option ${name}: ${mistake}`);
  }
  return options;
}
