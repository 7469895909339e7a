import type { TestResult } from "../read/test-result.js";
import type { TestMap } from "./test-map.js";

/** The rules that bind a test to test cases. */
export interface MatchRules {
  /** The project's prefix of human ids, such as `DEMO`; without it, names are not searched for markers. */
  readonly prefix?: string | undefined;
  readonly map?: TestMap | undefined;
  /** Ids of test cases by their title, in NFC; given only if tests are matched by title. */
  readonly titles?: ReadonlyMap<string, readonly string[]> | undefined;
}

const ownProperty = "testsigma_id";
/** Property names that other tools also use, so a value counts only if it is the id of a test case. */
const sharedProperties: readonly string[] = ["test_id", "test_key", "id"];

/**
 * Returns the ids of the test cases that a test names, in groups: its properties, properties in its output, markers in
 * its name, the map, the title. The first group counts that has an id of the project, so that a wrong property does not
 * hide the id in the name. No id is in two groups, and no group is empty.
 */
export function caseIdsOf(test: TestResult, { prefix, map, titles }: MatchRules): string[][] {
  const groups = [
    idsInProperties(test.properties, prefix),
    idsInProperties(test.outputProperties, prefix),
    prefix ? markersIn(test.name, prefix) : [],
    map?.idsOf(test) ?? [],
    titles?.get(test.name.normalize()) ?? [],
  ];
  const seen = new Set<string>();
  const isNew = (id: string) => !seen.has(id) && seen.add(id);
  return groups.map((ids) => ids.map((id) => caseIdIn(id, prefix) ?? id).filter(isNew)).filter((ids) => ids.length > 0);
}

function idsInProperties(properties: TestResult["properties"], prefix: string | undefined): readonly string[] {
  if (properties.length === 0) return [];
  const valuesOf = (name: string) =>
    properties
      .filter((property) => property.name === name)
      .flatMap(({ value }) => value.split(/[\s,;]+/).filter(Boolean));
  const own = valuesOf(ownProperty);
  if (own.length > 0) return own;
  const idsOf = (name: string) => valuesOf(name).filter((value) => caseIdIn(value, prefix));
  return sharedProperties.map(idsOf).find((ids) => ids.length > 0) ?? [];
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Returns whether a text is a UUID. Ignores the variant, as the service does (documented examples). */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * Returns the id of a test case that a text is: a UUID in lower case, or a human id of the project's prefix, which is
 * `DEMO-12` for `DEMO_012` too; `undefined` for any other text.
 */
function caseIdIn(text: string, prefix: string | undefined): string | undefined {
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
function markersIn(text: string, prefix: string): string[] {
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
