import type { Resolve } from "@testsigma-tms/spec/reader/browser";
import type { Api, MockOperation } from "../api.js";
import { type Collection, findCollections } from "./collections.js";
import type { State } from "./state-options.js";
import { notFound } from "./store-error.js";
import { type Entry, type Row, Table } from "./table.js";

/** The values of the path parameters, by their names in the template. */
export type PathValues = ReadonlyMap<string, string>;

/** What the mock remembers: a table for each collection, at a path such as `/projects/c47ade67-…/test_runs`. */
export class Memory {
  readonly state: State;
  readonly operations: readonly MockOperation[];
  readonly resolve: Resolve;
  readonly collections: Collection[];
  readonly users: ReadonlySet<unknown>;
  readonly #tables = new Map<string, Table>();
  /** The start of every id, which follows from the seed. */
  readonly #idStart: string;
  #made = 0;

  constructor({ operations, resolve }: Api, users: ReadonlySet<unknown>, state: State, seed: string) {
    this.state = state;
    this.operations = operations;
    this.resolve = resolve;
    this.collections = findCollections(operations);
    this.users = users;
    const hash = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffff, 0);
    this.#idStart = `00000000-${hex(hash, 4)}-4000-8000-`;
  }

  /** Returns the time in the configured unit. */
  now(): number {
    const now = this.state.now();
    return this.state.timestamps === "seconds" ? Math.floor(now / 1000) : now;
  }

  /** Makes a UUID; the same ones in the same order for the same seed. */
  newId(): string {
    return `${this.#idStart}${hex(++this.#made, 12)}`;
  }

  /** Returns the table of a path template. Throws if a parent does not exist. */
  table(template: string, values: PathValues): Table {
    const path = this.#fill(template, values);
    const table = this.#tables.get(path) ?? new Table();
    this.#tables.set(path, table);
    return table;
  }

  /** Returns the entry of a collection that a path identifies. Throws if there is none. */
  entry({ path, parameter, noun }: Collection, values: PathValues): Entry {
    const id = values.get(parameter) ?? "";
    const entry = this.table(path, values).find(id);
    if (!entry) throw notFound(noun, id);
    return entry;
  }

  /** Removes the row that a path identifies, and the tables below it. */
  remove(collection: Collection, values: PathValues): void {
    const { id } = this.entry(collection, values).row;
    this.table(collection.path, values).remove(id);
    const prefix = `${this.#fill(collection.path, values)}/${id}/`;
    for (const path of this.#tables.keys()) if (path.startsWith(prefix)) this.#tables.delete(path);
  }

  /** Returns all rows, by the path of their table. */
  snapshot(): Record<string, Row[]> {
    const used = [...this.#tables].filter(([, { nextNumber }]) => nextNumber > 1);
    return Object.fromEntries(used.map(([path, table]) => [path, table.rows()]));
  }

  /** Fills a path template with the identifiers of its parents, which may be named by their `human_id`. */
  #fill(template: string, values: PathValues): string {
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const collection = this.collections.find(({ parameter }) => parameter === name);
      return collection ? this.entry(collection, values).row.id : (values.get(name) ?? "");
    });
  }
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");
