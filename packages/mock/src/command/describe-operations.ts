import type { MockDocument, OperationEntry } from "../document/load-document.js";
import { transportScenarios } from "../scenarios/transport-scenarios.js";

/** As many operations are listed; the rest is counted. */
const maxListed = 60;

/** The operations of a document with their scenarios, as text for a terminal. */
export function describeOperations({ operations, basePaths }: MockDocument): string {
  const listed = operations.slice(0, maxListed).map(toLine);
  const more = operations.length - listed.length;
  const counts = new Map<string, number>();
  for (const name of listed.flatMap(({ names }) => names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  // Named once, where most operations have them.
  const common = [...counts].filter(([, count]) => count > 1 && count > listed.length / 2).map(([name]) => name);

  const width = Math.max(...listed.map(({ path }) => path.length));
  const lines = listed.map(({ method, path, id, names, problem }) => {
    const own = names.filter((name) => !common.includes(name)).join(", ");
    const place = `${method.padEnd(7)}${basePaths[0]}${path.padEnd(width)}`;
    return `  ${place}  ${problem === undefined ? `${id}${own && `: ${own}`}` : `broken: ${problem}`}`;
  });
  if (more > 0) lines.push(`  and ${more} more`);
  const everywhere = common.length > 0 ? `Scenarios of most operations: ${common.join(", ")}\n` : "";
  return `${lines.join("\n")}\n\n${everywhere}Scenarios of every operation: ${transportScenarios.join(", ")}\n`;
}

function toLine({ id, method, path, names }: OperationEntry) {
  try {
    return { id, method, path, names: names(), problem: undefined };
  } catch (error) {
    return { id, method, path, names: [], problem: (error as Error).message };
  }
}
