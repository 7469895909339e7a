import { isFile } from "../describe.js";
import { type Problems, pointerTo, show } from "./problems.js";

const maxDepth = 1000;

/**
 * Copies a value as `JSON.stringify` would send it, but leaves files as they are. Adds a problem for every value that
 * JSON cannot represent.
 */
export function toJson(value: unknown, problems: Problems): unknown {
  const ancestors = new Set<object>();
  const path: (string | number)[] = [];

  function copyAt(part: string | number, node: unknown): unknown {
    path.push(part);
    const copied = copy(node);
    path.pop();
    return copied;
  }

  function copy(node: unknown): unknown {
    const reject = (allowed: string) => problems.add({ pointer: pointerTo(path), given: node, allowed });
    if (typeof node === "bigint") return reject("a value that JSON can hold");
    if (typeof node !== "object" || node === null || isFile(node)) return node;
    if (ancestors.has(node)) return reject("a value that does not contain itself");
    if (ancestors.size === maxDepth) return reject(`at most ${maxDepth} levels of nesting`);

    ancestors.add(node);
    try {
      if ("toJSON" in node && typeof node.toJSON === "function") return copy(node.toJSON());
      if (Array.isArray(node)) return node.map((item, index) => copyAt(index, item) ?? null);
      const entries = Object.entries(node).map(([name, item]) => [name, copyAt(name, item)]);
      return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
    } catch (error) {
      return reject(`a value that can be read (${show(error instanceof Error ? error.message : error)})`);
    } finally {
      ancestors.delete(node);
    }
  }
  return copy(value);
}
