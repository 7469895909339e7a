const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Returns whether a text is a UUID. Ignores the variant, as the service does (documented examples). */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Returns whether a text is an id of a test case: a UUID, or a human id of the project's prefix. */
export function isCaseId(text: string, prefix: string | undefined): boolean {
  return isUuid(text) || (prefix !== undefined && markersIn(text, prefix)[0]?.length === text.length);
}

const patterns = new Map<string, RegExp>();

/**
 * Returns the human ids that a text contains as markers, in the form `DEMO-12`. Markers are `DEMO-12` and `DEMO_12`
 * and, without any of these, `DEMO 12` at the start of the text. Ids of runs, plans and step groups (`DEMO-R-1`) do
 * not count. Upper and lower case matter: with prefix `TEST`, `test_12` is a common function name.
 */
export function markersIn(text: string, prefix: string): string[] {
  if (!text.includes(prefix)) return [];
  let pattern = patterns.get(prefix);
  if (!pattern) {
    pattern = new RegExp(`(?<![A-Z\\d])${escaped(prefix)}[-_](\\d+)(?![A-Za-z\\d])`, "g");
    patterns.set(prefix, pattern);
  }
  const markers = Array.from(text.matchAll(pattern), ([, number]) => `${prefix}-${number}`);
  // WebdriverIO writes names without the dash.
  const [, number] = markers.length === 0 && text.startsWith(`${prefix} `) ? (/^\S+ (\d+)(?!\S)/.exec(text) ?? []) : [];
  return number === undefined ? markers : [`${prefix}-${number}`];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
