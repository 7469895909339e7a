import type { Violation } from "../engine/engine.js";

/** As many are told; the rest is counted. */
const maxTold = 20;

/** The violations for people. */
export function summarize(violations: Violation[]): string {
  const told = violations.slice(0, maxTold).map(({ message }) => message);
  const more = violations.length - told.length;
  return more > 0 ? `${told.join("; ")}; and ${more} more` : told.join("; ");
}

/** Clients refuse large headers; 16 kB for all of them together is a common limit. */
const headerLimit = 4096;

/** The violations as Prism's `sl-violations` header: JSON in ASCII, whose end is left out where there are very many. */
export function violationsHeader(violations: Violation[]): string {
  const told = violations.slice(0, maxTold).map(toAscii);
  while (told.join().length > headerLimit) told.pop();
  return `[${told.join()}]`;
}

const toAscii = (value: unknown) =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
