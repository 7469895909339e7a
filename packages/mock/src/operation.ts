import type { getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** An operation as Prism's engine takes it. */
export type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** A named response example: something the mock can be told to answer. */
export interface Scenario {
  name: string;
  status: number;
  mediaType: string;
}

/** An operation of the document. */
export interface Operation {
  /** The `operationId`; without one, the method and the path template. */
  id: string;
  /** In capital letters. */
  method: string;
  /** The path template. */
  path: string;
  scenarios: ReadonlyMap<string, Scenario>;
  prism: PrismOperation;
}
