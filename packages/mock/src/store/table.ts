/** An entity that the mock remembers. */
export interface Row {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** A row with its position, an increasing number in the order of addition, which does not change. */
export interface Entry {
  readonly position: number;
  row: Row;
  /** The number of times that it was read, where that matters. */
  reads: number;
}

/** The rows of one collection. Finding, adding and replacing one takes the same time however many there are. */
export class Table {
  readonly entries: Entry[] = [];
  /** The number of rows that it ever had. */
  #added = 0;
  readonly #byKey = new Map<string, Entry>();
  /** The entries with a value, by property and value; a property is indexed when it is first asked for. */
  readonly #byValue = new Map<string, Map<unknown, Set<Entry>>>();

  rows(): Row[] {
    return this.entries.map(({ row }) => row);
  }

  /** Finds an entry by its key, or by its `human_id`. */
  find(key: string): Entry | undefined {
    return this.#byKey.get(key.toLowerCase()) ?? this.findBy("human_id", key);
  }

  /** Finds the first entry whose property has this value. */
  findBy(property: string, value: unknown): Entry | undefined {
    let index = this.#byValue.get(property);
    if (!index) {
      index = new Map();
      for (const entry of this.entries) addTo(index, entry.row[property], entry);
      this.#byValue.set(property, index);
    }
    const [first] = index.get(value) ?? [];
    return first;
  }

  /** Adds a row, or replaces the one with the same key, which by default is its `id`. */
  put(row: Row, key = row.id): void {
    let entry = this.#byKey.get(key);
    if (entry) this.#unindex(entry);
    else {
      entry = { position: ++this.#added, row, reads: 0 };
      this.entries.push(entry);
      this.#byKey.set(key, entry);
    }
    entry.row = row;
    for (const [property, index] of this.#byValue) addTo(index, row[property], entry);
  }

  remove(key: string): void {
    const entry = this.#byKey.get(key);
    if (!entry) return;
    this.entries.splice(indexAfter(this.entries, entry.position - 1), 1);
    this.#byKey.delete(key);
    this.#unindex(entry);
  }

  /** Returns the number of the next row, counting from 1 and including removed rows. */
  get nextNumber(): number {
    return this.#added + 1;
  }

  #unindex(entry: Entry): void {
    for (const [property, index] of this.#byValue) index.get(entry.row[property])?.delete(entry);
  }
}

function addTo(index: Map<unknown, Set<Entry>>, value: unknown, entry: Entry): void {
  const entries = index.get(value) ?? new Set();
  index.set(value, entries.add(entry));
}

/** Returns the index of the first entry after a position, by binary search. */
export function indexAfter(entries: readonly Entry[], position: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
