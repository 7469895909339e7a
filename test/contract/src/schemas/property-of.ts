import type { Schema } from "@testsigma-tms/spec/reader";

/** Returns the schema of a property: by its name, else by the first matching pattern; `undefined` if there is none. */
export function propertyOf({ properties = {}, patternProperties = {} }: Schema, name: string): Schema | undefined {
  if (Object.hasOwn(properties, name)) return properties[name] as Schema;
  const pattern = Object.keys(patternProperties).find((each) => new RegExp(each, "u").test(name));
  return pattern === undefined ? undefined : (patternProperties[pattern] as Schema);
}
