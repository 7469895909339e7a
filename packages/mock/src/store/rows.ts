import { hash } from "../hash.js";
import { StoreError } from "./store-error.js";

/** An entity that the mock remembers. */
export interface Row {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** The maximum number of rows of one kind, such as test runs, or cases of test runs. */
export const maxRows = 50_000;

/** The maximum number of results kept. */
const maxResults = 100;

/**
 * The rows of a mock, by the path of their collection, such as `/projects/c47ade67-…/test_runs`. The same seed gives
 * the same identifiers.
 */
export class Rows {
  readonly #collections = new Map<string, Map<string, Row>>();
  /** The position of each row, an increasing number in the order in which they were added. */
  readonly #positions = new Map<string, number>();
  /** The number of rows that each collection ever had. */
  readonly #counts = new Map<string, number>();
  /** The number of rows of each kind. */
  readonly #sizes = new Map<string, number>();
  /** The number of times that each row was read. */
  readonly #reads = new Map<string, number>();
  readonly #seed: string;
  /** The results of {@link whileUnchanged}, with the version of the rows that each is made from. */
  readonly #results = new Map<string, { version: number; result: unknown }>();
  #version = 0;
  #made = 0;
  #added = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Returns the rows of a collection in the order of their addition, without a copy of thousands. */
  each(path: string): Iterable<Row> {
    return this.#collections.get(path)?.values() ?? [];
  }

  list(path: string): Row[] {
    return [...this.each(path)];
  }

  all(): Record<string, Row[]> {
    return Object.fromEntries([...this.#collections].map(([path, rows]) => [path, [...rows.values()]]));
  }

  /** Finds a row by its `id`, or by its `human_id`. */
  find(path: string, id: string): Row | undefined {
    const rows = this.#collections.get(path);
    return rows?.get(id.toLowerCase()) ?? this.list(path).find((row) => row.human_id === id);
  }

  /** Adds a row, or replaces the one with the same `id`. Throws if there are too many of its kind. */
  put(path: string, row: Row): void {
    const rows = this.#collections.get(path) ?? new Map<string, Row>();
    if (!rows.has(row.id)) {
      this.assertRoom(path);
      this.#resize(path, 1);
      this.#positions.set(row.id, ++this.#added);
    }
    this.#collections.set(path, rows.set(row.id, row));
    this.#version++;
  }

  /** Throws if there is no room for this many more rows of a collection's kind. */
  assertRoom(path: string, more = 1): void {
    const kind = kindOf(path);
    if ((this.#sizes.get(kind) ?? 0) + more <= maxRows) return;
    const remedy = "Delete some, or forget everything with mock.clear() or POST /__mock/clear.";
    throw new StoreError(507, "The mock's memory is full", `It holds ${maxRows} ${kind}. ${remedy}`);
  }

  /** Removes a row and everything below it. */
  remove(path: string, id: string): void {
    if (!this.#collections.get(path)?.delete(id)) return;
    this.#version++;
    this.#resize(path, -1);
    this.#positions.delete(id);
    this.#reads.delete(id);
    const prefix = `${path}/${id}/`;
    for (const [below, rows] of this.#collections) {
      if (!below.startsWith(prefix)) continue;
      for (const inner of rows.keys()) this.#positions.delete(inner);
      this.#resize(below, -rows.size);
      this.#collections.delete(below);
      this.#counts.delete(below);
    }
  }

  /** Counts a read of a row; returns the number of reads, including this one. */
  countRead(id: string): number {
    const reads = this.readsOf(id) + 1;
    this.#reads.set(id, reads);
    this.#version++;
    return reads;
  }

  readsOf(id: string): number {
    return this.#reads.get(id) ?? 0;
  }

  /** Returns the position of a row, which increases with each added row and does not change when others are removed. */
  positionOf({ id }: Row): number {
    return this.#positions.get(id) ?? 0;
  }

  /** Returns the result of `make`, or its last result for the same key if no row was changed or counted since. */
  whileUnchanged<T>(key: string, make: () => T): T {
    const version = this.#version;
    const known = this.#results.get(key);
    if (known?.version === version) return known.result as T;
    const result = make();
    if (this.#results.size >= maxResults) this.#results.clear();
    if (this.#version === version) this.#results.set(key, { version, result });
    return result;
  }

  /** Makes a version 4 UUID. */
  newId(): string {
    const made = ++this.#made;
    const hex = [1, 2, 3, 4]
      .map((part) => hash(`${part}:${this.#seed}:${made}`).toString(16).padStart(8, "0"))
      .join("");
    const groups = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)];
    return groups.join("-");
  }

  /** Returns the number of a collection's next row, counting from 1 and including removed rows. */
  nextNumber(path: string): number {
    const number = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, number);
    return number;
  }

  #resize(path: string, change: number): void {
    const kind = kindOf(path);
    this.#sizes.set(kind, (this.#sizes.get(kind) ?? 0) + change);
  }
}

/** Returns `test_runs/test_cases` for `/projects/c47ade67-…/test_runs/7b2f9c14-…/test_cases`. */
const kindOf = (path: string) =>
  path
    .split("/")
    .filter((_, index) => index % 2 === 1)
    .slice(-2)
    .join("/")
    .replace("projects/", "");
