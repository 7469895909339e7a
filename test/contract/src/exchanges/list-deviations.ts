import type { Exchange } from "./exchange.ts";

/** Lists the distinct deviations of exchanges with their counts, most frequent first. */
export function listDeviations(exchanges: Exchange[]): string[] {
  const counts = new Map<string, number>();
  for (const { operation, status, deviations } of exchanges) {
    for (const { kind, message } of deviations) {
      const line = `${operation} ${status}: ${kind}: ${message}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([line, count]) => `${line}${count > 1 ? ` (${count} times)` : ""}`);
}
