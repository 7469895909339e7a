import { scenarios } from "../generated/scenarios.js";
import type { ScenarioName } from "./scenario-types.js";

/**
 * The header that asks the mock, or Prism, for a scenario: a response example of the API description. Throws a
 * `TypeError` for an unknown name.
 *
 * @example
 * await testsigma.createTestRun(input, { headers: prefer("rate_limited") });
 */
export function prefer(scenario: ScenarioName): { Prefer: string } {
  const tables: Record<string, number>[] = Object.values(scenarios);
  const statuses = new Set(tables.flatMap((table) => (Object.hasOwn(table, scenario) ? [table[scenario]] : [])));
  if (statuses.size === 0) {
    const known = new Set(tables.flatMap(Object.keys));
    throw new TypeError(`Unknown scenario "${scenario}". Known: ${[...known].join(", ")}.`);
  }
  // Prism's command finds the example of an error only where its status is named too.
  const code = statuses.size === 1 ? `code=${[...statuses][0]}, ` : "";
  return { Prefer: `${code}example=${scenario}` };
}
