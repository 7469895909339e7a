import type { Call } from "../errors/testsigma-error.js";

/** A list operation, and the place of the items in its response. */
export interface PagedOperation {
  readonly call: Call;
  /** The dot paths to the items; the first that leads to an array wins. */
  readonly items: readonly string[];
}

/** Maps a client's list methods to their operations. */
export const pagedOperations = new WeakMap<object, PagedOperation>();
