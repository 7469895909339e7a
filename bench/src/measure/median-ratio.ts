import { median } from "./median.ts";

/** The median of the ratios to the base, each taken within one round, so that a busy machine is busy for both. */
export function medianRatio(values: number[], base: number[]): number {
  return median(values.map((value, round) => value / (base[round] ?? Number.NaN)));
}
