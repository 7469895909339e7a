import type { Call } from "../errors/testsigma-error.js";

/** An operation that lists, and where its response holds the items. */
export interface PagedOperation {
  readonly call: Call;
  /** Dot paths; the first that leads to an array wins. */
  readonly items: readonly string[];
}

/** The paged operation of each client's method. */
export const pagedOperations = new WeakMap<object, PagedOperation>();
