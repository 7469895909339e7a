import { readFile } from "node:fs/promises";
import { messageOf } from "../errors/upload-error.js";
import { UsageError } from "../errors/usage-error.js";

/**
 * Reads a map file: a JSON object of tests (`name`, `class::name` or `file::class::name`) to one id or several.
 *
 * @throws {UsageError} for a file that is missing or holds something else
 */
export async function readMap(file: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const content = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`map file ${file} cannot be read: ${cause.code}`);
  });
  return new Map(Object.entries(parse(file, content)).map(([key, value]) => [key, idsOf(file, key, value)]));
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

function idsOf(file: string, key: string, value: unknown): string[] {
  const ids = Array.isArray(value) ? value : [value];
  if (ids.length > 0 && ids.every((id) => typeof id === "string" && id.trim())) return ids.map((id) => id.trim());
  throw new UsageError(`map file ${file}, ${JSON.stringify(key)}: expected an id such as "DEMO-1" or a list of them`);
}
