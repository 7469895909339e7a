import type { Api, OperationId } from "../api.js";
import { didYouMean } from "../did-you-mean.js";
import type { Scenarios } from "../generated/scenarios.js";
import { type TransportScenario, transportScenarios } from "./transport-scenarios.js";

/** A scenario that the mock can play for an operation: a response example of the spec, or a transport scenario. */
export type ScenarioName<O extends OperationId = OperationId> = Scenarios[O] | TransportScenario;

/** Scenarios to play for each operation's next requests, in this order; after them, the default response. */
export type ScenarioSequences = { readonly [O in OperationId]?: readonly ScenarioName<O>[] };

export class ScenarioQueue {
  readonly #api: Api;
  readonly #queued = new Map<string, string[]>();

  constructor(api: Api) {
    this.#api = api;
  }

  /** Queues scenarios after those already queued. Throws a `TypeError` for an unknown operation or scenario. */
  add(sequences: ScenarioSequences): void {
    const entries = Object.entries(sequences);
    for (const [operation, names = []] of entries) assertKnown(operation, names, this.#api);
    for (const [operation, names = []] of entries) {
      this.#queued.set(operation, [...(this.#queued.get(operation) ?? []), ...names]);
    }
  }

  next(operation: string): string | undefined {
    return this.#queued.get(operation)?.shift();
  }

  /** Returns the scenarios that are queued and not yet played, by operation. */
  pending(): Record<string, string[]> {
    const waiting = [...this.#queued].filter(([, names]) => names.length > 0);
    return Object.fromEntries(waiting.map(([operation, names]) => [operation, [...names]]));
  }

  clear(): void {
    this.#queued.clear();
  }
}

/** Lists all scenarios that each operation can play. */
export function knownScenarios({ operations }: Api): Record<string, string[]> {
  return Object.fromEntries(operations.map(({ id, scenarios }) => [id, [...scenarios.keys(), ...transportScenarios]]));
}

function assertKnown(id: string, names: unknown, { operations }: Api): void {
  const operation = operations.find((known) => known.id === id);
  if (!operation) {
    const ids = operations.map((known) => known.id);
    throw new TypeError(`scenarios: unknown operation "${id}"${didYouMean(id, ids) || "."} Known: ${ids.join(", ")}.`);
  }
  if (!Array.isArray(names)) {
    const text = JSON.stringify(names);
    throw new TypeError(`scenarios: ${id}: expected an array of names, such as ["rate_limited"], got ${text}.`);
  }
  const known: string[] = [...operation.scenarios.keys(), ...transportScenarios];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const hint = didYouMean(String(unknown), known) || ".";
  throw new TypeError(`scenarios: ${id} has no scenario "${unknown}"${hint} Known: ${known.join(", ")}.`);
}
