import { routes } from "../generated/routes.js";
import { callOf, type OperationRoute } from "../operations/operation-route.js";
import { ownProperties } from "../options/own-properties.js";

let candidates: ReturnType<typeof toCandidate>[] | undefined;

/** Returns the operation for a method and a path, under any base URL; `undefined` if the spec has none. */
export function findOperation(method: string, pathname: string) {
  candidates ??= Object.entries(routes)
    .map(toCandidate)
    .sort((one, other) => bySpecificity(one.call.path, other.call.path));
  return candidates.find(({ call, pattern }) => call.method === method && pattern.test(pathname));
}

function toCandidate([id, route]: [string, OperationRoute]) {
  const call = callOf(id, route);
  const pattern = call.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/{[^{}]+}/g, "[^/]+");
  return { call, route: ownProperties(route), pattern: new RegExp(`${pattern}/?$`) };
}

/** Sorts the longest path first, and among equally long ones the one with the fewest parameters. */
function bySpecificity(one: string, other: string): number {
  const count = (path: string, text: string) => path.split(text).length;
  return count(other, "/") - count(one, "/") || count(one, "{") - count(other, "{");
}
