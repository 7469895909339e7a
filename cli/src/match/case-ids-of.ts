import type { TestResult } from "../read/test-result.js";
import { isCaseId, markersIn } from "./case-ids.js";

/** The rules that bind a test to test cases. */
export interface MatchRules {
  /** The project's prefix of human ids, such as `DEMO`; without it, names are not searched for markers. */
  readonly prefix?: string | undefined;
  /** Ids of test cases by test: its name, `class::name`, or `file::class::name`. */
  readonly map?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Ids of test cases by their title; given only if tests are matched by title. */
  readonly titles?: ReadonlyMap<string, readonly string[]> | undefined;
}

const ownProperty = "testsigma_id";
/** Property names that other tools also use, so a value counts only if it is the id of a test case. */
const sharedProperties: readonly string[] = ["test_id", "test_key", "id"];

/**
 * Returns the ids of the test cases of a test as they are written in it: human ids or UUIDs. The first hit wins: its
 * properties, properties in its output, a marker in its name, the map, the title. The list is empty if nothing binds
 * the test to a test case.
 */
export function caseIdsOf(test: TestResult, { prefix, map, titles }: MatchRules): string[] {
  const { file, className, name } = test;
  const keys = [`${file}::${className}::${name}`, `${className}::${name}`, name];
  const candidates: (readonly string[])[] = [
    idsInProperties(test.properties, prefix),
    idsInProperties(test.outputProperties, prefix),
    prefix ? markersIn(name, prefix) : [],
    (map && keys.map((key) => map.get(key)).find(Boolean)) ?? [],
    titles?.get(name) ?? [],
  ];
  return [...new Set(candidates.find((caseIds) => caseIds.length > 0))];
}

function idsInProperties(properties: TestResult["properties"], prefix: string | undefined): string[] {
  if (properties.length === 0) return [];
  const valuesOf = (name: string) =>
    properties
      .filter((property) => property.name === name)
      .flatMap(({ value }) => value.split(/[\s,;]+/).filter(Boolean));
  const own = valuesOf(ownProperty);
  if (own.length > 0) return own;
  for (const name of sharedProperties) {
    const ids = valuesOf(name).filter((value) => isCaseId(value, prefix));
    if (ids.length > 0) return ids;
  }
  return [];
}
