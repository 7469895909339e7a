import { isFile, shorten } from "../describe.js";
import type { InputProblem } from "../errors.js";

export type Problem = InputProblem;

/** The maximum number of problems to keep; further ones are only counted. */
const maxKept = 20;

/** Collects problems in bounded memory, however many there are. */
export class Problems {
  readonly list: Problem[] = [];
  count = 0;

  add(problem: Problem): void {
    // A property that is in both path and body is checked in both.
    if (this.list.some(({ pointer, allowed }) => pointer === problem.pointer && allowed === problem.allowed)) return;
    this.count++;
    if (this.list.length < maxKept) this.list.push(problem);
  }

  addAll(others: Problems): void {
    for (const problem of others.list) this.add(problem);
    this.count += others.count - others.list.length;
  }

  /** Returns the problems as one text. */
  toString(): string {
    const rest = this.count - this.list.length;
    return [...this.list.map(sentenceOf), ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ");
  }
}

/** What is allowed where a property is missing. */
export const required = "a value (required)";

function sentenceOf({ pointer, given, allowed }: Problem): string {
  const place = printable(pointer) || "(root)";
  return given === undefined && allowed === required
    ? `${place}: is required`
    : `${place}: expected ${allowed}, got ${show(given)}`;
}

/** Returns a value for use in a message. */
export function show(value: unknown): string {
  return printable(textOf(value));
}

function textOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return `${value}`;
  if (isFile(value)) return "a file";
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    return Array.isArray(value) ? "an array" : "an object";
  }
}

/** Shortens a text, and escapes characters that could affect a terminal or a log. */
function printable(text: string): string {
  return shorten(text, 100).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** Returns the JSON pointer (RFC 6901) to the place that names and indices lead to. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((part) => `/${`${part}`.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
