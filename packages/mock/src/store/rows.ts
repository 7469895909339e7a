import { type Entry, type Row, Table } from "./table.js";

/** The rows of a mock, by the path of their collection, such as `/projects/c47ade67-…/test_runs`. */
export class Rows {
  readonly #tables = new Map<string, Table>();
  /** The number of rows that each collection ever had. */
  readonly #counts = new Map<string, number>();
  /** The number of times that each row was read. */
  readonly #reads = new Map<string, number>();
  readonly #seed: string;
  #made = 0;
  #added = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Returns the rows of a collection with their positions, in the order of their addition. */
  entries(path: string): readonly Entry[] {
    return this.#tables.get(path)?.entries ?? [];
  }

  list(path: string): Row[] {
    return this.entries(path).map(({ row }) => row);
  }

  all(): Record<string, Row[]> {
    return Object.fromEntries([...this.#tables.keys()].map((path) => [path, this.list(path)]));
  }

  /** Finds a row by its key, or by its `human_id`. */
  find(path: string, key: string): Row | undefined {
    const table = this.#tables.get(path);
    return table?.get(key.toLowerCase()) ?? table?.findBy("human_id", key)?.row;
  }

  /** Finds the first row whose property has this value, with its position. */
  findBy(path: string, property: string, value: unknown): Entry | undefined {
    return this.#tables.get(path)?.findBy(property, value);
  }

  /** Adds a row, or replaces the one with the same key, which by default is its `id`. */
  put(path: string, row: Row, key = row.id): void {
    const table = this.#tables.get(path) ?? new Table();
    this.#tables.set(path, table);
    table.put(key, row, () => ++this.#added);
  }

  /** Removes a row and everything below it. */
  remove(path: string, id: string): void {
    if (!this.#tables.get(path)?.remove(id)) return;
    this.#reads.delete(id);
    const prefix = `${path}/${id}/`;
    for (const below of this.#tables.keys()) {
      if (!below.startsWith(prefix)) continue;
      this.#tables.delete(below);
      this.#counts.delete(below);
    }
  }

  /** Counts a read of a row; returns the number of reads, including this one. */
  countRead(id: string): number {
    const reads = this.readsOf(id) + 1;
    this.#reads.set(id, reads);
    return reads;
  }

  readsOf(id: string): number {
    return this.#reads.get(id) ?? 0;
  }

  /** Makes a UUID; the same ones in the same order for the same seed. */
  newId(): string {
    const seed = [...this.#seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffff, 0);
    const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");
    return `00000000-${hex(seed, 4)}-4000-8000-${hex(++this.#made, 12)}`;
  }

  /** Returns the number of a collection's next row, counting from 1 and including removed rows. */
  nextNumber(path: string): number {
    const number = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, number);
    return number;
  }
}
