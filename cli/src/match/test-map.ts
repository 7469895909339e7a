import { readFile } from "node:fs/promises";
import { messageOf, UsageError } from "../errors.js";
import { type TestResult, testTitle } from "../read/test-result.js";

/** The content of a map file: ids of test cases by the name of the test. */
export class TestMap {
  readonly #ids: ReadonlyMap<string, readonly string[]>;
  readonly #unusedKeys: Set<string>;

  /** @param ids by `name`, `class::name`, `file::class::name`, or a test's title as it is printed: `file › class › name` */
  constructor(ids: Readonly<Record<string, readonly string[]>>) {
    this.#ids = new Map(Object.entries(ids).map(([key, value]) => [key.normalize(), value]));
    this.#unusedKeys = new Set(this.#ids.keys());
  }

  /** Returns the ids for a test, by its longest key; empty without one. */
  idsOf(test: TestResult): readonly string[] {
    const { file, className, name } = test;
    const names = [`${file}::${className}::${name}`, testTitle(test), `${className}::${name}`, name];
    const keys = names.map((key) => key.normalize()).filter((key) => this.#ids.has(key));
    for (const key of keys) this.#unusedKeys.delete(key);
    return this.#ids.get(keys[0] ?? "") ?? [];
  }

  /** Returns the keys that no test had. */
  unusedKeys(): string[] {
    return [...this.#unusedKeys];
  }
}

/**
 * Reads a map file: a JSON object of tests to one id or several.
 *
 * @throws {UsageError} for a file that is missing or is not such a map
 */
export async function readMap(file: string): Promise<TestMap> {
  const content = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`map file ${file} cannot be read: ${cause.code}`);
  });
  const entries = Object.entries(parse(file, content)).map(([key, value]) => [key, idsIn(file, key, value)]);
  return new TestMap(Object.fromEntries(entries));
}

function parse(file: string, content: string): object {
  try {
    const map: unknown = JSON.parse(content);
    if (map !== null && typeof map === "object" && !Array.isArray(map)) return map;
  } catch (cause) {
    throw new UsageError(`map file ${file} is not valid JSON: ${messageOf(cause)}`);
  }
  throw new UsageError(`map file ${file}: expected an object such as {"login works": "DEMO-1"}`);
}

function idsIn(file: string, key: string, value: unknown): string[] {
  const ids = Array.isArray(value) ? value : [value];
  if (ids.length > 0 && ids.every((id) => typeof id === "string" && id.trim())) return ids.map((id) => id.trim());
  throw new UsageError(`map file ${file}, ${JSON.stringify(key)}: expected an id such as "DEMO-1" or a list of them`);
}
