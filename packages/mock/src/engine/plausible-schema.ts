type Schema = Record<string, unknown>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Random UUIDs (RFC 9562, version 4); Prism's own generator makes up the version and the variant. */
const randomUuid = "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
const identifier = /^[A-Z][A-Z0-9_-]*$/;
const combiners = ["allOf", "anyOf", "oneOf"];
const secondsInYear = 365 * 24 * 60 * 60;

/**
 * A schema whose every value fits the given one, narrowed to what its examples look like: no members that it does not
 * name, identifiers like the exemplary identifiers, times within a year of the exemplary time.
 */
export function plausibleSchema(schema: unknown, examples?: unknown[]): unknown {
  if (!isSchema(schema)) return schema;
  const known = (Array.isArray(schema.examples) ? schema.examples : examples) ?? [];
  const isFixed = ["enum", "const", "$ref", "x-faker"].some((keyword) => keyword in schema);
  return {
    ...schema,
    ...(!isFixed && narrowed(schema, known)),
    ...subschemas(schema, known),
  };
}

function narrowed(schema: Schema, examples: unknown[]): Schema {
  const types = [schema.type].flat();
  if (types.includes("string")) return plausibleString(schema, examples);
  if (types.includes("integer") || types.includes("number")) return plausibleNumber(schema, examples);
  if (types.includes("array"))
    return { maxItems: Math.max(3, Number(schema.minItems ?? 0)), ...pick(schema, "maxItems") };
  const isCombined = combiners.some((keyword) => keyword in schema);
  if (isSchema(schema.properties) && !isCombined)
    return { additionalProperties: false, ...pick(schema, "additionalProperties") };
  return {};
}

function plausibleString(schema: Schema, examples: unknown[]): Schema {
  const texts = examples.filter((example) => typeof example === "string");
  if ("pattern" in schema) return {};
  if (schema.format === "uuid") return { pattern: randomUuid };
  if ("format" in schema || texts.length === 0) return {};
  if (texts.every((text) => uuid.test(text))) return { pattern: randomUuid };
  if (texts.every((text) => text === "")) return { enum: [""] };
  if (!texts.every((text) => identifier.test(text))) return {};
  const [first = ""] = texts;
  return /\d/.test(first)
    ? { pattern: `^${first.replace(/\d+/g, "[1-9][0-9]{0,2}")}$` }
    : { enum: [...new Set(texts)] };
}

function plausibleNumber(schema: Schema, examples: unknown[]): Schema {
  const example = examples.find((value) => typeof value === "number") ?? 0;
  const [low, high] = plausibleRange(example);
  const { minimum, maximum } = schema;
  const isBounded = typeof maximum === "number" && maximum < 2 ** 31 - 1;
  if (isBounded || "exclusiveMinimum" in schema || "exclusiveMaximum" in schema) return {};
  const from = Math.max(low, typeof minimum === "number" ? minimum : low);
  return {
    minimum: from,
    maximum: Math.max(from, Math.min(Math.max(high, from + 1000), typeof maximum === "number" ? maximum : Infinity)),
  };
}

/** Around a Unix time in seconds or milliseconds, a year to either side; else up to a thousand. */
function plausibleRange(example: number): [number, number] {
  if (example >= 1e9 && example < 1e10) return [example - secondsInYear, example + secondsInYear];
  if (example >= 1e12 && example < 1e13) return [example - secondsInYear * 1000, example + secondsInYear * 1000];
  return [Math.min(0, example), Math.max(1000, example)];
}

/** The members of a schema that hold schemas. */
function subschemas(schema: Schema, examples: unknown[]): Schema {
  const result: Schema = {};
  if (isSchema(schema.properties)) {
    const exampleOf = (name: string) =>
      examples.flatMap((example) => (isSchema(example) && name in example ? [example[name]] : []));
    result.properties = mapValues(schema.properties, (property, name) => plausibleSchema(property, exampleOf(name)));
  }
  if (isSchema(schema.items)) result.items = plausibleSchema(schema.items, examples.flat());
  if (isSchema(schema.additionalProperties)) result.additionalProperties = plausibleSchema(schema.additionalProperties);
  for (const keyword of ["anyOf", "oneOf"]) {
    const choices = schema[keyword];
    // A choice beside `properties` is a part of an object, and a part that is closed fits nothing.
    if (Array.isArray(choices) && !("properties" in schema))
      result[keyword] = choices.map((choice) => plausibleSchema(choice, examples));
  }
  return result;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mapValues = (object: Schema, map: (value: unknown, key: string) => unknown): Schema =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));

const pick = (object: Schema, key: string): Schema => (key in object ? { [key]: object[key] } : {});
