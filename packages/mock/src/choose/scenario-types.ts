import type { OperationId } from "../api.js";
import type { Scenarios } from "../generated/scenarios.js";
import type { TransportScenario } from "./transport-scenarios.js";

/** A scenario that the mock can play for an operation: a response example of the spec, or a transport scenario. */
export type ScenarioName<O extends OperationId = OperationId> = Scenarios[O] | TransportScenario;

/** Scenarios to play for each operation's next requests, in this order; after them, the default response. */
export type ScenarioSequences = { readonly [O in OperationId]?: readonly ScenarioName<O>[] };
