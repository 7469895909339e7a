import type { SettingDefinition } from "./definitions.js";

/** Returns the JSON schema of `testsigma-tms.config.json`. */
export function configSchema(definitions: Readonly<Record<string, SettingDefinition>>): object {
  const properties = Object.entries(definitions).map(([name, definition]) => [
    name,
    { description: definition.description, ...valueSchema(definition) },
  ]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "testsigma-tms.config.json",
    description: "Settings of the testsigma-tms command. Flags and environment variables win over them.",
    type: "object",
    properties: { $schema: { type: "string" }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}

function valueSchema({ kind, allowed = [], default: value }: SettingDefinition): object {
  const withDefault = value === undefined ? {} : { default: value };
  switch (kind) {
    case "text":
      return { type: "string", minLength: 1 };
    case "choice":
      return { enum: allowed, ...withDefault };
    case "switch":
      return { type: "boolean", ...withDefault };
    case "number":
      return { type: "number", exclusiveMinimum: 0, ...withDefault };
    case "list":
      return { type: "array", items: { type: "string" }, ...withDefault };
    case "pairs": {
      const names = allowed.map((name) => [name, { type: "string", minLength: 1 }]);
      return { type: "object", properties: Object.fromEntries(names), additionalProperties: false };
    }
  }
}
