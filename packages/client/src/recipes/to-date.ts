/**
 * The smallest timestamp that is read as milliseconds. Seconds reach this number in the year 5138; milliseconds passed
 * it in 1973.
 */
const minMilliseconds = 100_000_000_000;

/**
 * Converts a timestamp of the API to a `Date`. Timestamps are documented in seconds; the live service returns
 * milliseconds (observed). The function tells them apart by size (inferred).
 */
export function toDate(timestamp: number): Date {
  return new Date(timestamp < minMilliseconds ? timestamp * 1000 : timestamp);
}
