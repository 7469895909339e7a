import type { scenarios } from "../generated/scenarios.js";
import type { TransportScenario } from "./transport-scenarios.js";

type Table = typeof scenarios;

/** An `operationId` of the bundled spec. */
export type OperationId = keyof Table;

/** What the mock can play for an operation: a response example of the spec, or something on the way. */
export type ScenarioName<O extends OperationId = OperationId> =
  | (O extends OperationId ? keyof Table[O] & string : never)
  | TransportScenario;

/** What to play for an operation's next requests, in this order; then the default response. */
export type ScenarioSequences = { readonly [O in OperationId]?: readonly ScenarioName<O>[] };
