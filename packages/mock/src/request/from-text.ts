import type { FormPart } from "../api/operation.js";
import { parseJson } from "../http/parse-json.js";

/** Converts text from a URL, a header or a form to its type. Leaves invalid text as it is, for its schema to reject. */
export function fromText(text: string, type: FormPart["type"]): unknown {
  switch (type) {
    case "integer":
    case "number":
      // `Number` would also accept "", "0x10", "0b11" and "Infinity".
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" || (text === "false" ? false : text);
    case "json":
      return parseJson(text, text);
    default:
      return text;
  }
}
