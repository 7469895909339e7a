import { median, medianRatio } from "./median.ts";

export interface Turn {
  name: string;
  /** Does a fixed amount of work. */
  run: () => Promise<unknown>;
}

export interface TurnResult {
  name: string;
  /** Median of the rounds, in milliseconds. */
  milliseconds: number;
  /** Median of the ratios to the baseline, each taken within one round. */
  ratio: number;
}

/**
 * Measures several ways to do the same work in turn, round after round, so that load on the machine affects all of
 * them. An extra round before the first is a warm-up.
 */
export async function takeTurns(turns: Turn[], { rounds, baseline }: { rounds: number; baseline: string }) {
  const times = new Map<string, number[]>(turns.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of turns) {
      const start = performance.now();
      await run();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const base = times.get(baseline) ?? [];
  return turns.map(({ name }): TurnResult => {
    const own = times.get(name) ?? [];
    return { name, milliseconds: median(own), ratio: medianRatio(own, base) };
  });
}
