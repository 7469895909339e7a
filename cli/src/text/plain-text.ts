// biome-ignore-all lint/suspicious/noControlCharactersInRegex: these are what is removed
import { distance } from "fastest-levenshtein";

/** Escape sequences of terminals: CSI, OSC, and the two-character ones. */
const escapeSequence =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -~]?/g;
/** Control characters except tab and line feed, and characters that hide or reorder the text around them. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** Those of them that do not occur in text of several lines. */
const hidden = /[\u001b\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const suspicious = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u202e\u2066-\u2069\ufeff]/;

/** Removes escape sequences and control characters from untrusted text, but keeps its lines. */
export function plainText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(escapeSequence, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(control, "");
}

/** Removes the same, except colours. */
export function colouredText(text: string): string {
  const parts = text.split(/(\u001b\[[\d;]*m)/);
  return parts.map((part, index) => (index % 2 === 0 ? plainText(part) : part)).join("");
}

/** Writes control characters, which JSON may contain unescaped, as escapes of JSON. */
export function escapedControls(text: string): string {
  return text.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Turns untrusted text into one line of plain text. */
export function oneLine(text: string): string {
  return suspicious.test(text) ? plainText(text).replace(/\s+/g, " ").trim() : text;
}

/** Cuts a text to a maximum length in UTF-16 units, but never inside a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

/** Shortens a text for display. @param length in UTF-16 units, the ellipsis included */
export function shortened(text: string, length = 200): string {
  return text.length <= length ? text : `${cut(text, length - 1)}…`;
}

/** Copies a text, because a slice of a report keeps the whole piece that it was cut from in memory. */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

/** Returns a number with a noun, such as `1 test case` and `2 test cases`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Returns `; did you mean …?` if one of the known words is close to a word; otherwise an empty text. */
export function didYouMean(text: unknown, known: readonly string[]): string {
  const word = String(text).toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, away: distance(word, candidate.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  return best && best.away <= Math.max(1, Math.floor(word.length / 3)) ? `; did you mean ${best.candidate}?` : "";
}
