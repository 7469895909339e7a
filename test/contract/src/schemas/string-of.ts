import type { Schema } from "@testsigma-tms/spec/reader";
import fc, { type Arbitrary } from "fast-check";

const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") });

const ofFormat: Record<string, () => Arbitrary<string>> = {
  uuid: () => fc.uuid(),
  date: () => instant.map((date) => date.toISOString().slice(0, 10)),
  "date-time": () => instant.map((date) => date.toISOString()),
  email: () => fc.uuid().map((id) => `${id}@example.com`),
  uri: () => fc.uuid().map((id) => `https://example.com/${id}`),
};

/** Formats that only say what a text is for, and allow any text. */
const ofAnyText = new Set(["binary", "password"]);

/** Generates strings that match a schema. Throws for an unknown format. */
export function stringOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern, "u"));
  if (!format || ofAnyText.has(format)) return fc.string({ minLength, maxLength, unit: "grapheme" });
  const create = ofFormat[format];
  if (!create) {
    throw new Error(
      `No values are generated for the format "${format}". Add it to test/contract/src/schemas/string-of.ts.`,
    );
  }
  return create();
}
