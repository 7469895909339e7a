import { scenarios } from "../generated/scenarios.js";
import type { ScenarioName } from "./scenario-types.js";
import { isTransportScenario, transportScenarios } from "./transport-scenarios.js";

/**
 * Returns the header that asks the mock for a scenario. Prism supports the scenarios of the spec too. Throws a
 * `TypeError` for an unknown name.
 *
 * @example
 * await testsigma.createTestRun(input, { headers: prefer("rate_limited") });
 */
export function prefer(scenario: ScenarioName): { Prefer: string } {
  if (isTransportScenario(scenario)) return { Prefer: `example=${scenario}` };
  const tables: Record<string, number>[] = Object.values(scenarios);
  const statuses = new Set(tables.flatMap((table) => (Object.hasOwn(table, scenario) ? [table[scenario]] : [])));
  if (statuses.size === 0) {
    const known = new Set([...tables.flatMap(Object.keys), ...transportScenarios]);
    throw new TypeError(`Unknown scenario "${scenario}". Known: ${[...known].join(", ")}.`);
  }
  // Prism's command finds the example of an error only if its status is given too.
  const code = statuses.size === 1 ? `code=${[...statuses][0]}, ` : "";
  return { Prefer: `${code}example=${scenario}` };
}
