import { createHash } from "node:crypto";

/** Something that the mock remembers. */
export interface Row {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** So many rows are remembered; the oldest are forgotten beyond. */
export const maxRows = 10_000;

/**
 * The rows of a mock, by the path of their collection such as `/projects/c47ade67-…/test_runs`. The same seed gives the same
 * identifiers.
 */
export class Rows {
  readonly #collections = new Map<string, Map<string, Row>>();
  /** When each row was added, as a number that grows. */
  readonly #positions = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  readonly #seed: string;
  #made = 0;
  #added = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** In the order in which they were added. */
  list(path: string): Row[] {
    return [...(this.#collections.get(path)?.values() ?? [])];
  }

  all(): Record<string, Row[]> {
    return Object.fromEntries([...this.#collections].map(([path, rows]) => [path, [...rows.values()]]));
  }

  /** By its `id`, or by its `human_id`. */
  find(path: string, id: string): Row | undefined {
    const rows = this.#collections.get(path);
    return rows?.get(id.toLowerCase()) ?? this.list(path).find((row) => row.human_id === id);
  }

  /** Adds a row, or replaces the one of the same `id`. */
  put(path: string, row: Row): void {
    const rows = this.#collections.get(path) ?? new Map<string, Row>();
    this.#collections.set(path, rows.set(row.id, row));
    if (!this.#positions.has(row.id)) this.#positions.set(row.id, ++this.#added);
    if (this.#positions.size > maxRows) this.#forgetOldest();
  }

  /** Removes a row with everything below it. */
  remove(path: string, id: string): void {
    this.#collections.get(path)?.delete(id);
    this.#positions.delete(id);
    const prefix = `${path}/${id}/`;
    for (const [below, rows] of this.#collections) {
      if (!below.startsWith(prefix)) continue;
      for (const inner of rows.keys()) this.#positions.delete(inner);
      this.#collections.delete(below);
    }
  }

  /** Grows with each row that was added, and stays when others are removed. */
  positionOf({ id }: Row): number {
    return this.#positions.get(id) ?? 0;
  }

  /** A UUID of version 4. */
  newId(): string {
    const hex = createHash("sha256")
      .update(`${this.#seed}:${++this.#made}`)
      .digest("hex");
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join("-");
  }

  /** Counts the rows that a collection ever had, from 1. */
  nextNumber(path: string): number {
    const number = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, number);
    return number;
  }

  #forgetOldest(): void {
    const all = [...this.#collections].flatMap(([path, rows]) => [...rows.values()].map((row) => ({ path, row })));
    // Projects hold everything else.
    const inner = all.filter(({ path }) => path.split("/").length > 2);
    const oldest = (inner.length > 0 ? inner : all).sort((a, b) => this.positionOf(a.row) - this.positionOf(b.row));
    for (const { path, row } of oldest.slice(0, maxRows / 100)) this.remove(path, row.id);
  }
}
