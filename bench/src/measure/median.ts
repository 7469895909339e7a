export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return (sorted[middle] ?? Number.NaN) / 2 + (sorted[sorted.length - middle - 1] ?? Number.NaN) / 2;
}
