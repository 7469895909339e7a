import { transportScenarios } from "./transport-scenarios.js";

/** Names of scenarios by `operationId`. */
export type Sequences = Readonly<Record<string, readonly string[] | undefined>>;

/** The scenarios that a document knows. */
export interface KnownScenarios {
  operations: readonly string[];
  /** `undefined` for an unknown operation. */
  namesOf(operation: string): readonly string[] | undefined;
}

/** The scenarios that were queued, by operation. */
export class ScenarioQueue {
  #known: KnownScenarios | undefined;
  readonly #queued = new Map<string, string[]>();

  /** Queues scenarios, after what is queued already. Throws a `TypeError` for an unknown operation or scenario. */
  add(sequences: Sequences): void {
    if (this.#known) checkSequences(sequences, this.#known);
    for (const [operation, names = []] of Object.entries(sequences)) {
      this.#queued.set(operation, [...(this.#queued.get(operation) ?? []), ...names]);
    }
  }

  /** Sets what the document knows; throws as {@link add} does for what was queued before. */
  learn(known: KnownScenarios): void {
    this.#known = known;
    checkSequences(Object.fromEntries(this.#queued), known);
  }

  next(operation: string): string | undefined {
    return this.#queued.get(operation)?.shift();
  }

  /** What is queued and was not played yet, by operation. */
  pending(): Record<string, string[]> {
    const waiting = [...this.#queued].filter(([, names]) => names.length > 0);
    return Object.fromEntries(waiting.map(([operation, names]) => [operation, [...names]]));
  }

  clear(): void {
    this.#queued.clear();
  }
}

function checkSequences(sequences: Sequences, { operations, namesOf }: KnownScenarios): void {
  for (const [operation, names = []] of Object.entries(sequences)) {
    const described = namesOf(operation);
    const knownNames = [...(described ?? []), ...transportScenarios];
    if (!described) {
      throw new TypeError(`scenarios: unknown operation "${operation}". Known: ${operations.join(", ")}.`);
    }
    const unknown = names.find((name) => !knownNames.includes(name));
    if (unknown !== undefined) {
      throw new TypeError(`scenarios: ${operation} has no scenario "${unknown}". Known: ${knownNames.join(", ")}.`);
    }
  }
}
