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

/** The kind of evidence that binds a test to its test cases. */
export type MatchedBy = "property" | "output" | "name" | "map" | "title";

/** The test cases of a test, with ids as written in the test: human ids or UUIDs. */
export interface Match {
  readonly caseIds: readonly string[];
  readonly by: MatchedBy;
}

const ownProperty = "testsigma_id";
/** Property names that other tools also use, so a value counts only if it is the id of a test case. */
const sharedProperties: readonly string[] = ["test_id", "test_key", "id"];

/**
 * Finds the test cases of a test. The first hit wins: its properties, properties in its output, a marker in its name,
 * the map, the title.
 *
 * @returns `undefined` when nothing binds the test to a test case
 */
export function matchTest(test: TestResult, rules: MatchRules): Match | undefined {
  const { prefix, map, titles } = rules;
  const candidates: [MatchedBy, readonly string[]][] = [
    ["property", idsInProperties(test.properties, prefix)],
    ["output", idsInProperties(test.outputProperties, prefix)],
    ["name", prefix ? markersIn(test.name, prefix) : []],
    [
      "map",
      map
        ? (mapKeys(test)
            .map((key) => map.get(key))
            .find(Boolean) ?? [])
        : [],
    ],
    ["title", titles?.get(test.name) ?? []],
  ];
  const hit = candidates.find(([, caseIds]) => caseIds.length > 0);
  return hit && { by: hit[0], caseIds: [...new Set(hit[1])] };
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

function mapKeys({ file, className, name }: TestResult): string[] {
  return [`${file}::${className}::${name}`, `${className}::${name}`, name];
}
