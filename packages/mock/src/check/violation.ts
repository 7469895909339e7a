import { maxListed, shorten } from "../messages.js";
import type { SchemaError } from "./schema-checks.js";

/** A place where a request does not match the spec. */
export interface Violation {
  /** The path to it, such as `["request", "body", "static_selection_filters", "0", "values"]`. */
  location: string[];
  severity: "Error";
  /** The JSON Schema keyword that failed. */
  code: string;
  message: string;
}

/** The places of a request, with their names in messages. */
const places = {
  body: ["body", "body property"],
  path: ["path", "path parameter"],
  query: ["query", "query parameter"],
  header: ["headers", "header"],
} as const;

export function toViolation(place: keyof typeof places, { path, keyword, message }: SchemaError): Violation {
  const [whole, part] = places[place];
  const where = path.length > 0 ? `${part} ${shorten(path.join("."), 200)}` : whole;
  return {
    location: ["request", place, ...path],
    severity: "Error",
    code: keyword,
    message: `Request ${where} ${shorten(message, 500)}`,
  };
}

/** The maximum length: clients reject large headers, and 16 kB for all headers together is a common limit. */
const maxHeaderLength = 4096;

/** Formats items as a JSON array in ASCII, as in Prism's `sl-violations`; drops the last ones if it gets too long. */
export function toHeader(items: unknown[]): string {
  const texts = items.slice(0, maxListed).map(toAscii);
  while (texts.join().length > maxHeaderLength) texts.pop();
  return `[${texts.join()}]`;
}

const toAscii = (value: unknown) =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
