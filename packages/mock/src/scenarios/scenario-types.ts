import type { scenarios } from "../generated/scenarios.js";
import type { TransportScenario } from "./transport-scenarios.js";

type Table = typeof scenarios;

/** An `operationId` of the bundled spec. */
export type OperationId = keyof Table;

/** A scenario that the mock can play for an operation: a response example of the spec, or a transport scenario. */
export type ScenarioName<O extends OperationId = OperationId> =
  | (O extends OperationId ? keyof Table[O] & string : never)
  | TransportScenario;

/** Scenarios to play for each operation's next requests, in this order; after them, the default response. */
export type ScenarioSequences = { readonly [O in OperationId]?: readonly ScenarioName<O>[] };
