/** Options of the mock's memory, with a switch for each behaviour of the service that is unknown. */
export interface StateOptions {
  /** Returns the time, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
  /** Unit of the times that the mock makes: seconds as documented, or milliseconds as observed. @default "seconds" */
  timestamps?: "seconds" | "milliseconds" | undefined;
  /** Value of `page_info.next`: a URL as documented, or the bare cursor as observed. @default "url" */
  pages?: "url" | "cursor" | undefined;
  /** Number of reads for which a new run has no cases yet; on the service they take seconds to appear. @default 1 */
  casesAfterReads?: number | undefined;
  /** Number of reads until an import is completed or failed, including the read that shows it. @default 2 */
  importAfterReads?: number | undefined;
  /**
   * Effect of a static selection's filter other than `id` `IN`, the only one known to work: with `ignore` it selects
   * nothing and adds a warning; with `reject` the request is rejected. @default "ignore"
   */
  unknownFilters?: "ignore" | "reject" | undefined;
  /** Maximum requests per second; more get the observed 500 `rate limit exceeded`. @default no limit */
  rateLimit?: number | undefined;
}

/** The options with their defaults. */
export type State = ReturnType<typeof withDefaults>;

export function withDefaults({
  now = Date.now,
  timestamps = "seconds",
  pages = "url",
  casesAfterReads = 1,
  importAfterReads = 2,
  unknownFilters = "ignore",
  rateLimit = Number.POSITIVE_INFINITY,
}: StateOptions) {
  return { now, timestamps, pages, casesAfterReads, importAfterReads, unknownFilters, rateLimit };
}
