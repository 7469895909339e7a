import { responseFor } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import { isObject, type JsonObject } from "../http/json.js";

/** A collection of the API: entities of one kind that it creates, lists and so on. */
export interface Collection {
  /** Path template of the list, such as `/projects/{project_id}/test_runs`. */
  path: string;
  /** Name of the path parameter that identifies one of them, such as `test_run_id`. */
  parameter: string;
  /** Name of the property that contains one of them, such as `test_run`. */
  noun: string;
}

export type Verb = "create" | "list" | "get" | "update" | "delete";

/**
 * Finds the collections of a spec. In each, one entity is read at a path that ends in, say, `{test_run_id}`, with a
 * response that contains a `test_run`. Parents come before the collections inside them.
 */
export function findCollections(operations: MockOperation[]): Collection[] {
  const collections = operations.flatMap((operation) => {
    const [, path = "", parameter = "", noun = ""] = /^(.+)\/\{((\w+)_id)\}$/.exec(operation.path) ?? [];
    const isRead = operation.method === "GET" && exampleOf(operation, noun) !== undefined;
    return isRead ? [{ path, parameter, noun }] : [];
  });
  return collections.sort((a, b) => a.path.split("/").length - b.path.split("/").length);
}

/** Returns what an operation does, and to which collection; `undefined` if it acts on none. */
export function verbOf(
  { method, path }: MockOperation,
  collections: Collection[],
): { verb: Verb; collection: Collection } | undefined {
  for (const collection of collections) {
    const isItem = path === `${collection.path}/{${collection.parameter}}`;
    const verbs: Record<string, Verb> = isItem
      ? { GET: "get", PUT: "update", PATCH: "update", DELETE: "delete" }
      : { GET: "list", POST: "create" };
    const verb = isItem || path === collection.path ? verbs[method] : undefined;
    if (verb) return { verb, collection };
  }
  return undefined;
}

/** Returns the content of an operation's first successful example. */
export function contentOf(operation: MockOperation): unknown {
  const [content] = responseFor(operation, operation.defaultStatus)?.content ?? [];
  return Object.values(content?.examples ?? {})[0]?.value;
}

/** Returns the entity of that name in an operation's first successful example. */
export function exampleOf(operation: MockOperation, noun: string): JsonObject | undefined {
  const content = contentOf(operation);
  const data = isObject(content) ? content.data : undefined;
  const value = isObject(data) ? data[noun] : undefined;
  return isObject(value) ? value : undefined;
}
