import type { Api } from "../api.js";
import { transportScenarios } from "../choose/transport-scenarios.js";

/** Lists the operations of the API with their scenarios, as text for a terminal. */
export function describeOperations({ operations, basePaths }: Api): string {
  const counts = new Map<string, number>();
  for (const name of operations.flatMap(({ scenarios }) => [...scenarios.keys()])) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // Scenarios that most operations have are named only once.
  const common = [...counts].filter(([, count]) => count > operations.length / 2).map(([name]) => name);

  const width = Math.max(...operations.map(({ path }) => path.length));
  const lines = operations.map(({ method, path, id, scenarios }) => {
    const special = [...scenarios.keys()].filter((name) => !common.includes(name)).join(", ");
    return `  ${method.padEnd(7)}${basePaths[0]}${path.padEnd(width)}  ${id}${special && `: ${special}`}`;
  });
  return `${lines.join("\n")}

Scenarios of most operations: ${common.join(", ")}
Scenarios of every operation: ${transportScenarios.join(", ")}
`;
}
