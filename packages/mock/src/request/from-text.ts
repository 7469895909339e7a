import type { TextType } from "../api/operation.js";
import { parseJson } from "../http/parse-json.js";

/** Converts a text of a URL, a header or a form to its type. A text that is no value of the type stays, and fails its schema. */
export function fromText(text: string, type: TextType): unknown {
  switch (type) {
    case "integer":
    case "number":
      // `Number` would also take "", "0x10", "0b11" and "Infinity".
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" || (text === "false" ? false : text);
    case "json":
      return parseJson(text, text);
    default:
      return text;
  }
}
