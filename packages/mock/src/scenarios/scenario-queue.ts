/** Names of scenarios by `operationId`. */
export type Sequences = Readonly<Record<string, readonly string[] | undefined>>;

/** The scenarios that a document knows, by `operationId`. */
export type KnownScenarios = Readonly<Record<string, readonly string[]>>;

/** The answers that were asked for in advance, by operation. */
export class ScenarioQueue {
  #known: KnownScenarios | undefined;
  readonly #queued = new Map<string, string[]>();

  /** Takes what comes next, after what is queued already. Throws a `TypeError` for an unknown operation or scenario. */
  add(sequences: Sequences): void {
    if (this.#known) checkSequences(sequences, this.#known);
    for (const [operation, names = []] of Object.entries(sequences)) {
      this.#queued.set(operation, [...(this.#queued.get(operation) ?? []), ...names]);
    }
  }

  /** Tells what the document knows; throws as {@link add} does for what was queued before. */
  learn(known: KnownScenarios): void {
    this.#known = known;
    checkSequences(Object.fromEntries(this.#queued), known);
  }

  next(operation: string): string | undefined {
    return this.#queued.get(operation)?.shift();
  }

  clear(): void {
    this.#queued.clear();
  }
}

function checkSequences(sequences: Sequences, known: KnownScenarios): void {
  for (const [operation, names = []] of Object.entries(sequences)) {
    const knownNames = Object.hasOwn(known, operation) ? known[operation] : undefined;
    if (!knownNames) {
      throw new TypeError(`scenarios: unknown operation "${operation}". Known: ${Object.keys(known).join(", ")}.`);
    }
    const unknown = names.find((name) => !knownNames.includes(name));
    if (unknown !== undefined) {
      const list = knownNames.join(", ") || "none";
      throw new TypeError(`scenarios: ${operation} has no scenario "${unknown}". Known: ${list}.`);
    }
  }
}
