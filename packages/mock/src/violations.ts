import type { Violation } from "./engine.js";

/** Clients refuse large headers: 16 kB in all is a common limit. */
const headerLimit = 4096;

/** The violations as Prism's `sl-violations` header, in ASCII, shortened at its end where there are very many. */
export function violationsHeader(violations: Violation[]): string {
  let kept = violations.slice(0, 50);
  while (kept.length > 1 && toAscii(kept).length > headerLimit) kept = kept.slice(0, -1);
  return toAscii(kept).length > headerLimit ? "[]" : toAscii(kept);
}

const toAscii = (value: unknown) =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The violations for people: `body.title must NOT have fewer than 1 characters; path.project_id must match format "uuid"`. */
export function summarize(violations: Violation[]): string {
  return violations.map(({ message }) => message).join("; ");
}
