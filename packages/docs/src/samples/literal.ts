/** How a language writes values. */
export interface Syntax {
  null: string;
  true: string;
  false: string;
  /** The space within the braces of an object on one line. */
  space: string;
  indent: string;
  /** Returns the name of a property as code. */
  name(name: string): string;
}

export const javaScript: Syntax = {
  null: "null",
  true: "true",
  false: "false",
  space: " ",
  indent: "  ",
  name: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)),
};

export const python: Syntax = {
  null: "None",
  true: "True",
  false: "False",
  space: "",
  indent: "    ",
  name: (name) => JSON.stringify(name),
};

const maxLineLength = 80;

/** A value that is code already, such as a call that reads a file. */
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
 */
export function literal(value: unknown, syntax: Syntax, margin = ""): string {
  if (value instanceof Code) return value.text;
  // Both languages read the escapes of JSON.
  if (typeof value === "string" || typeof value === "number") return JSON.stringify(value);
  if (typeof value !== "object") return value === true ? syntax.true : syntax.false;
  if (value === null) return syntax.null;
  const inner = margin + syntax.indent;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => literal(item, syntax, inner))
    : Object.entries(value).map(([name, item]) => `${syntax.name(name)}: ${literal(item, syntax, inner)}`);
  if (items.length === 0) return isList ? "[]" : "{}";
  const line = isList ? `[${items.join(", ")}]` : `{${syntax.space}${items.join(", ")}${syntax.space}}`;
  if (margin.length + line.length <= maxLineLength && !line.includes("\n")) return line;
  const lines = items.map((item) => `${inner}${item},\n`).join("");
  return `${isList ? "[" : "{"}\n${lines}${margin}${isList ? "]" : "}"}`;
}
