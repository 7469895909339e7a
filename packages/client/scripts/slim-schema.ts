import { isFile } from "@testsigma-tms/codegen";
import { formats } from "../src/validation/formats.ts";
import type { Schema } from "../src/validation/schema.ts";

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Keywords that are meant for people or other tools. */
const annotations = words(`$comment contentEncoding contentMediaType contentSchema default deprecated description
  discriminator example examples externalDocs readOnly title writeOnly xml`);
/** Keywords that hold a plain value. */
const assertions = words(`const enum exclusiveMaximum exclusiveMinimum format maxItems maxLength maxProperties maximum
  minItems minLength minProperties minimum multipleOf pattern required type uniqueItems`);
const withSchema = words("additionalProperties items not");
const withSchemas = words("allOf anyOf oneOf prefixItems");
const withNamedSchemas = words("patternProperties properties");

/**
 * Reduces a schema to the keywords that `src/validation/check.ts` reads.
 *
 * @param place the place of the schema, for error messages
 * @param nameOf returns the name of the schema that a `$ref` leads to
 * @throws {Error} for a keyword that validation does not know, or a pattern that JavaScript does not support
 */
export function slimSchema(schema: unknown, place: string, nameOf: (reference: string) => string): Schema {
  if (!isRecord(schema)) return schema !== false;

  function slimValue(keyword: string, value: unknown): unknown {
    const slim = (part: unknown, name: string | number) => slimSchema(part, `${place}/${name}`, nameOf);
    if (keyword === "pattern") checkPatterns([value], place);
    if (keyword === "patternProperties") checkPatterns(Object.keys(Object(value)), place);
    if (keyword === "$ref") return nameOf(String(value));
    if (assertions.has(keyword)) return value;
    if (withSchema.has(keyword)) return slim(value, keyword);
    if (withSchemas.has(keyword) && Array.isArray(value)) return value.map(slim);
    if (withNamedSchemas.has(keyword) && isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, slim(part, name)]));
    }
    throw new Error(`${place}: validation does not know ${keyword}. Express it otherwise, or add it to check.ts.`);
  }

  const entries = Object.entries(isFile(schema) ? fileSchema(schema) : schema)
    .filter(([keyword, value]) => isRead(keyword, value))
    .map(([keyword, value]) => [keyword, slimValue(keyword, value)]);
  return entries.length > 0 ? Object.fromEntries(entries) : true;
}

function isRead(keyword: string, value: unknown): boolean {
  if (annotations.has(keyword) || keyword.startsWith("x-")) return false;
  if (keyword === "format") return Object.hasOwn(formats, String(value));
  return !["required", "properties"].includes(keyword) || Object.keys(Object(value)).length > 0;
}

/** Replaces the type `string` of a file by `file`, a type that only validation knows. */
const fileSchema = ({ type = "string", format: _, ...schema }: Record<string, unknown>) => ({
  ...schema,
  type: Array.isArray(type) ? type.map((each) => (each === "string" ? "file" : each)) : "file",
});

function checkPatterns(patterns: unknown[], place: string): void {
  for (const pattern of patterns) {
    try {
      new RegExp(String(pattern), "u");
    } catch (cause) {
      throw new Error(`${place}: the pattern ${pattern} is not a regular expression of JavaScript.`, { cause });
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
