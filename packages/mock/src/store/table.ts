/** An entity that the mock remembers. */
export interface Row {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** A row with its position, an increasing number in the order of addition, which does not change. */
export interface Entry {
  readonly position: number;
  readonly key: string;
  row: Row;
}

/** The rows of one collection. Finding, adding and replacing one takes the same time however many there are. */
export class Table {
  readonly entries: Entry[] = [];
  readonly #byKey = new Map<string, Entry>();
  /** The entries with a value, by property and value; a property is indexed when it is first asked for. */
  readonly #byValue = new Map<string, Map<unknown, Set<Entry>>>();

  get(key: string): Row | undefined {
    return this.#byKey.get(key)?.row;
  }

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

  put(key: string, row: Row, nextPosition: () => number): void {
    const known = this.#byKey.get(key);
    if (known) this.#unindex(known);
    const entry = known ?? { position: nextPosition(), key, row };
    entry.row = row;
    if (!known) {
      this.entries.push(entry);
      this.#byKey.set(key, entry);
    }
    for (const [property, index] of this.#byValue) addTo(index, row[property], entry);
  }

  /** Removes a row; returns whether there was one. */
  remove(key: string): boolean {
    const entry = this.#byKey.get(key);
    if (!entry) return false;
    this.entries.splice(indexAfter(this.entries, entry.position - 1), 1);
    this.#byKey.delete(key);
    this.#unindex(entry);
    return true;
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
