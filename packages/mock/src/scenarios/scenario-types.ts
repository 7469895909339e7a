import type { scenarios } from "../generated/scenarios.js";

type Table = typeof scenarios;

/** An `operationId` of the bundled API description. */
export type OperationId = keyof Table;

/** The name of a response example of an operation: something the mock can be told to answer. */
export type ScenarioName<O extends OperationId = OperationId> = O extends OperationId ? keyof Table[O] & string : never;

/** What to answer to an operation's next requests, in this order; then the default answer. */
export type ScenarioSequences = { readonly [O in OperationId]?: readonly ScenarioName<O>[] };
