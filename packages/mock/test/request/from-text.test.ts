import { expect, it } from "vitest";
import { fromText } from "../../src/request/from-text.js";

const texts = ["", "12", "-1.25", "1e10", "1E-5", "1e+15", "1.", "1.x", ".5", "1e", "x1", "true", "false", "[1]", "["];
it.each([
  ["integer", [12, -1.25, 1e10, 1e-5, 1e15]],
  ["number", [12, -1.25, 1e10, 1e-5, 1e15]],
  ["boolean", [true, false]],
  ["json", [12, -1.25, 1e10, 1e-5, 1e15, true, false, [1]]],
  ["string", []],
  ["file", []],
] as const)("reads a text as %s, and keeps one that is none", (type, read) => {
  const values = texts.map((text) => [text, fromText(text, type)]);

  expect(values.filter(([text, value]) => value !== text).map(([, value]) => value)).toEqual(read);
});
