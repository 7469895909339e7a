import { fileType, merged, type Schema, type Spec } from "@testsigma-tms/spec/reader";

/** Returns the type of a schema in words, such as `array of strings` or `string (uuid) or null`. */
export function typeText(spec: Spec, node: Schema): string {
  const schema = merged(node, spec.resolve);
  const { type, format, properties, items, anyOf = [], oneOf = [] } = schema;
  const alternatives = [...anyOf, ...oneOf].map((each) => typeText(spec, each as Schema));
  if (alternatives.length > 0) return [...new Set(alternatives)].join(" or ");
  const file = fileType(schema);
  if (file) return `file (${file})`;
  const types = [type ?? (properties ? "object" : items ? "array" : "any value")].flat();
  return types
    .map((each) => {
      if (each === "array") return `array of ${items ? plural(typeText(spec, items as Schema)) : "any values"}`;
      return each === "string" && format ? `string (${format})` : each;
    })
    .join(" or ");
}

const plural = (type: string) =>
  type.replace(/^array\b/, "arrays").replace(/^(string|object|integer|number|boolean|any value)\b/, "$1s");

/** Returns the limits on values of a schema besides their type, in words. */
export function limitsOf({ minLength, minItems, minProperties, minimum, pattern }: Schema): string[] {
  const least = minLength ?? minItems ?? minProperties;
  const unit = minItems === undefined ? "characters" : "items";
  return [
    least === 1 ? "not empty" : least ? `at least ${least} ${unit}` : "",
    // It goes without saying that a count or a time is not negative.
    minimum ? `${minimum} or more` : "",
    pattern ? `matches ${pattern}` : "",
  ].filter(Boolean);
}
