import { testsigmaApi } from "../api.js";
import type { ScenarioName } from "./scenario-queue.js";
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
  const known = testsigmaApi.operations.flatMap(({ scenarios }) => [...scenarios.values()]);
  const statuses = new Set(known.filter(({ name }) => name === scenario).map(({ status }) => status));
  if (statuses.size === 0) {
    const names = new Set([...known.map(({ name }) => name), ...transportScenarios]);
    throw new TypeError(`Unknown scenario "${scenario}". Known: ${[...names].join(", ")}.`);
  }
  // Prism's command finds the example of an error only if its status is given too.
  const code = statuses.size === 1 ? `code=${[...statuses][0]}, ` : "";
  return { Prefer: `${code}example=${scenario}` };
}
