/** Options of the mock's memory. What is unknown about the service has a switch here. */
export interface StateOptions {
  /** The time, in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
  /** Unit of the times that the mock makes: seconds as documented, or milliseconds as observed. @default "seconds" */
  timestamps?: "seconds" | "milliseconds" | undefined;
  /** What `page_info.next` holds: a URL as documented, or the bare cursor as observed. @default "url" */
  pages?: "url" | "cursor" | undefined;
  /** How often the cases of a new run are read before they are there; on the service it takes seconds. @default 1 */
  casesAfterReads?: number | undefined;
  /** How often an import is read before it is completed. @default 2 */
  importAfterReads?: number | undefined;
  /**
   * What a filter of a static selection does that is not `id` `IN`, of which alone it is known: it selects nothing, with a
   * warning, or the request is rejected. @default "ignore"
   */
  unknownFilters?: "ignore" | "reject" | undefined;
  /** Requests a second, beyond which the response is the observed 500 `rate limit exceeded`. @default no limit */
  rateLimit?: number | undefined;
}

/** The options with their defaults. */
export interface State {
  now: () => number;
  timestamps: "seconds" | "milliseconds";
  pages: "url" | "cursor";
  casesAfterReads: number;
  importAfterReads: number;
  rateLimit: number | undefined;
  unknownFilters: "ignore" | "reject";
}

export function withDefaults(state: true | StateOptions): State {
  const { now, timestamps, pages, casesAfterReads, importAfterReads, rateLimit, unknownFilters } =
    state === true ? {} : state;
  return {
    now: now ?? Date.now,
    timestamps: timestamps ?? "seconds",
    pages: pages ?? "url",
    casesAfterReads: casesAfterReads ?? 1,
    importAfterReads: importAfterReads ?? 2,
    rateLimit,
    unknownFilters: unknownFilters ?? "ignore",
  };
}
