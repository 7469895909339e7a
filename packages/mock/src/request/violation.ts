import type { SchemaError } from "./schema-checks.js";

/** Something in a request that does not match the spec, and where. */
export interface Violation {
  /** Such as `["request", "body", "static_selection_filters", "0", "values"]`. */
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
  const where = path.length > 0 ? `${part} ${path.join(".")}` : whole;
  return {
    location: ["request", place, ...path],
    severity: "Error",
    code: keyword,
    message: `Request ${where} ${message}`,
  };
}

/** That many are listed; the rest is counted. */
const maxListed = 20;

/** Joins violations to a sentence for people. */
export function summarize(violations: { message: string }[]): string {
  const listed = violations.slice(0, maxListed).map(({ message }) => message);
  const more = violations.length - listed.length;
  return more > 0 ? `${listed.join("; ")}; and ${more} more` : listed.join("; ");
}

/** Clients reject large headers; 16 kB for all of them together is a common limit. */
const headerLimit = 4096;

/** Writes anything as JSON in ASCII, as Prism's `sl-violations`; leaves out the end if there is very much. */
export function toHeader(items: unknown[]): string {
  const listed = items.slice(0, maxListed).map(toAscii);
  while (listed.join().length > headerLimit) listed.pop();
  return `[${listed.join()}]`;
}

const toAscii = (value: unknown) =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
