/** How a language writes the values of JSON. */
export interface Syntax {
  words: Record<string, string>;
  /** The space within the braces of an object on one line. */
  space: string;
  indent: string;
  /** Matches the names that need no quotes. */
  plainName: RegExp;
}

export const javaScript: Syntax = { words: {}, space: " ", indent: "  ", plainName: /^[A-Za-z_$][\w$]*$/ };

export const python: Syntax = {
  words: { null: "None", true: "True", false: "False" },
  space: "",
  indent: "    ",
  plainName: /(?!)/,
};

/** Code in place of a value, such as a call that reads a file. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Prints JSON data as code, on one line if that is short.
 *
 * @param margin the indentation of the line on which the value starts
 * @param maxLength the length of a line up to which the value stays on one
 */
export function literal(value: unknown, syntax: Syntax, margin = "", maxLength = 80): string {
  if (value instanceof Code) return value.text;
  if (typeof value !== "object" || value === null) {
    // Both languages read the escapes of JSON.
    const text = JSON.stringify(value);
    return syntax.words[text] ?? text;
  }
  const inner = margin + syntax.indent;
  const [open, close, space] = Array.isArray(value) ? ["[", "]", ""] : ["{", "}", syntax.space];
  const items = Object.entries(value).map(([name, item]) => {
    const code = literal(item, syntax, inner);
    return Array.isArray(value) ? code : `${syntax.plainName.test(name) ? name : JSON.stringify(name)}: ${code}`;
  });
  if (items.length === 0) return open + close;
  const line = open + space + items.join(", ") + space + close;
  if (margin.length + line.length <= maxLength && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join("")}${margin}${close}`;
}
