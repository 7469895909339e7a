import type { Operation } from "./operation.js";

/** The answers that were asked for, by operation. */
export class ScenarioQueue {
  readonly #names = new Map<string, string[]>();

  constructor(operations: Operation[], sequences: Readonly<Record<string, readonly string[] | undefined>>) {
    for (const [id, names = []] of Object.entries(sequences)) {
      const operation = operations.find((known) => known.id === id);
      if (!operation) {
        const known = operations.map((operation) => operation.id).join(", ");
        throw new TypeError(`scenarios: unknown operation "${id}". Known: ${known}.`);
      }
      for (const name of names) {
        if (operation.scenarios.has(name)) continue;
        const known = [...operation.scenarios.keys()].join(", ") || "none";
        throw new TypeError(`scenarios: ${id} has no scenario "${name}". Known: ${known}.`);
      }
      this.#names.set(id, [...names]);
    }
  }

  next({ id }: Operation): string | undefined {
    return this.#names.get(id)?.shift();
  }
}
