/** Returns the middle value, or the mean of the two in the middle; `NaN` if there are no values. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return (sorted[middle] ?? Number.NaN) / 2 + (sorted[sorted.length - middle - 1] ?? Number.NaN) / 2;
}

/** Returns the ratios to the base, each within one round, so that load on the machine affects both. */
export function ratiosTo(base: number[], values: number[]): number[] {
  return values.map((value, round) => value / (base[round] ?? Number.NaN));
}

/** Returns half the range of the middle half of the values. */
export function spread(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  return ((sorted[sorted.length - 1 - quarter] ?? Number.NaN) - (sorted[quarter] ?? Number.NaN)) / 2;
}
