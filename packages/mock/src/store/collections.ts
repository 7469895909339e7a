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

/** Returns the content of an operation's first successful example. */
export function contentOf(operation: MockOperation): unknown {
  return examplesOf(operation)[0]?.[1].value;
}

/** Returns the example of a lookup list: the observed one if there is one, else the first. */
export function lookupOf(operation: MockOperation): unknown {
  const observed = examplesOf(operation).find(([name]) => name.endsWith("_as_observed"));
  return observed ? observed[1].value : contentOf(operation);
}

const examplesOf = (operation: MockOperation) =>
  Object.entries(responseFor(operation, operation.defaultStatus)?.content[0]?.examples ?? {});

/** Returns the entity of that name in an operation's first successful example. */
export function exampleOf(operation: MockOperation, noun: string): JsonObject | undefined {
  const content = contentOf(operation);
  const data = isObject(content) ? content.data : undefined;
  const value = isObject(data) ? data[noun] : undefined;
  return isObject(value) ? value : undefined;
}
