import type { TestResult } from "../read/test-result.js";
import { caseIdIn, markersIn } from "./case-ids.js";
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
