import { type Api, type MockOperation, type OperationId, testsigmaApi } from "../api.js";
import type { Scenarios } from "../generated/scenarios.js";
import { isObject } from "../http/json.js";
import { knownNames } from "../messages.js";
import { isTransportScenario, type TransportScenario, transportScenarios } from "./transport-scenarios.js";

/** A scenario that the mock can play for an operation: a response example of the spec, or a transport scenario. */
export type ScenarioName<O extends OperationId = OperationId> = Scenarios[O] | TransportScenario;

/** Scenarios to play for each operation's next requests, in this order; after them, the default response. */
export type ScenarioSequences = { readonly [O in OperationId]?: readonly ScenarioName<O>[] };

/** Lists all scenarios that an operation can play. */
export function scenarioNames({ scenarios }: MockOperation): string[] {
  return [...scenarios.keys(), ...transportScenarios];
}

/**
 * Returns the header that asks the mock for a scenario. Prism supports the scenarios of the spec too. Throws a
 * `TypeError` for an unknown name.
 *
 * @example
 * await testsigma.createTestRun(input, { headers: prefer("rate_limited") });
 */
export function prefer(scenario: ScenarioName): { Prefer: string } {
  if (isTransportScenario(scenario)) return { Prefer: `example=${scenario}` };
  const { operations } = testsigmaApi;
  const statuses = new Set(operations.flatMap(({ scenarios }) => scenarios.get(scenario)?.status ?? []));
  if (statuses.size === 0) {
    const names = new Set(operations.flatMap(scenarioNames));
    throw new TypeError(`Unknown scenario "${scenario}"${knownNames(scenario, [...names])}`);
  }
  // Prism's command finds the example of an error only if its status is given too.
  const code = statuses.size === 1 ? `code=${[...statuses][0]}, ` : "";
  return { Prefer: `${code}example=${scenario}` };
}

export class ScenarioQueue {
  readonly #known: ReadonlyMap<string, string[]>;
  readonly #queued = new Map<string, string[]>();

  constructor({ operations }: Api) {
    this.#known = new Map(operations.map((operation) => [operation.id, scenarioNames(operation)]));
  }

  /** Queues scenarios after those already queued. Throws a `TypeError` for an unknown operation or scenario. */
  add(sequences: ScenarioSequences): void {
    if (!isObject(sequences)) throw invalid("", "an object of arrays of names", sequences);
    const entries = Object.entries(sequences);
    for (const [operation, names = []] of entries) this.#assertKnown(operation, names);
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

  /** Returns all scenarios that each operation can play. */
  known(): Record<string, readonly string[]> {
    return Object.fromEntries(this.#known);
  }

  clear(): void {
    this.#queued.clear();
  }

  #assertKnown(id: string, names: unknown): void {
    const known = this.#known.get(id);
    if (!known) {
      throw new TypeError(`scenarios: unknown operation "${id}"${knownNames(id, [...this.#known.keys()])}`);
    }
    if (!Array.isArray(names)) throw invalid(`${id}: `, "an array of names", names);
    const unknown = names.find((name) => !known.includes(name));
    if (unknown === undefined) return;
    throw new TypeError(`scenarios: ${id} has no scenario "${unknown}"${knownNames(String(unknown), known)}`);
  }
}

const invalid = (place: string, expected: string, value: unknown) =>
  new TypeError(
    `scenarios: ${place}expected ${expected}, such as { createTestRun: ["rate_limited"] }, got ${JSON.stringify(value)}.`,
  );
