/** Returns the middle value, or the mean of the two in the middle; `NaN` if there are no values. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return (sorted[middle] ?? Number.NaN) / 2 + (sorted[sorted.length - middle - 1] ?? Number.NaN) / 2;
}

/** Returns the median of the ratios to the base, each within one round, so that load on the machine affects both. */
export function medianRatio(values: number[], base: number[]): number {
  return median(values.map((value, round) => value / (base[round] ?? Number.NaN)));
}
