const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Returns whether a text is a UUID. Ignores the variant, as the service does (documented examples). */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * Returns the id of a test case that a text is: a UUID in lower case, or a human id of the project's prefix, which is
 * `DEMO-12` for `DEMO_012` too; `undefined` for any other text.
 */
export function caseIdIn(text: string, prefix: string | undefined): string | undefined {
  if (isUuid(text)) return text.toLowerCase();
  const [, number] = (prefix !== undefined && patternsOf(prefix).whole.exec(text)) || [];
  return number && `${prefix}-${number}`;
}

/**
 * Returns the human ids that a text contains as markers, in the form `DEMO-12`. Markers are `DEMO-12` and `DEMO_12`, not
 * inside another word, number or date, and, without any of these, `DEMO 12` at the start of the text. Ids of runs, plans
 * and step groups (`DEMO-R-1`) do not count. Upper and lower case matter: with prefix `TEST`, `test_12` is a common
 * function name.
 */
export function markersIn(text: string, prefix: string): string[] {
  if (!text.includes(prefix)) return [];
  const { marker, start } = patternsOf(prefix);
  const markers = Array.from(text.matchAll(marker), ([, number]) => `${prefix}-${number}`);
  // WebdriverIO writes names without the dash.
  const [, number] = (markers.length === 0 && start.exec(text)) || [];
  return number === undefined ? markers : [`${prefix}-${number}`];
}

/** What may come before an id: `test`, in which names of functions must start for some tools. */
const before = "(?<![\\p{L}\\p{N}])(?:[Tt]est)?";
/** What cannot follow: a letter, a digit, and what makes the id a decimal number or a date. */
const notAfter = "(?![\\p{L}\\p{N}]|[-.]\\d|_\\d\\d_\\d\\d(?!\\d))";

const patterns = new Map<string, { marker: RegExp; start: RegExp; whole: RegExp }>();

function patternsOf(prefix: string) {
  const escaped = prefix.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const known = patterns.get(prefix) ?? {
    marker: new RegExp(`${before}${escaped}[-_](\\d+)${notAfter}`, "gu"),
    start: new RegExp(`^${escaped} (\\d+)(?!\\S)`, "u"),
    whole: new RegExp(`^${escaped}[-_ ]0*(\\d+)$`, "u"),
  };
  patterns.set(prefix, known);
  return known;
}
