/** Returns the value at a dot path, such as `data.test_runs`; `undefined` if there is none. */
export function valueAt(value: unknown, path: string): unknown {
  let node = value;
  for (const name of path.split(".")) {
    if (typeof node !== "object" || node === null) return undefined;
    node = (node as Record<string, unknown>)[name];
  }
  return node;
}
