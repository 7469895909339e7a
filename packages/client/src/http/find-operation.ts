import { routes } from "../generated/routes.js";
import type { OperationRoute } from "../operations/operation-route.js";

/** An operation of the spec, as found for a request. */
export interface FoundOperation {
  readonly id: string;
  /** The path template. */
  readonly path: string;
  readonly route: OperationRoute;
}

interface Candidate extends FoundOperation {
  readonly method: string;
  readonly pattern: RegExp;
}

let candidates: readonly Candidate[] | undefined;

/** Returns the operation for a method and a path, under any base URL; `undefined` if the spec has none. */
export function findOperation(method: string, pathname: string): FoundOperation | undefined {
  candidates ??= Object.entries<OperationRoute>(routes).map(toCandidate).sort(bySpecificity);
  return candidates.find((candidate) => candidate.method === method && candidate.pattern.test(pathname));
}

function toCandidate([id, route]: [string, OperationRoute]): Candidate {
  const [method = "", path = ""] = route.route.split(" ");
  const pattern = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/{[^{}]+}/g, "[^/]+");
  return { id, path, route, method, pattern: new RegExp(`${pattern}/?$`) };
}

/** Sorts the longest path first, and among equally long ones the one with the fewest parameters. */
function bySpecificity(one: Candidate, other: Candidate): number {
  const count = ({ path }: Candidate, text: string) => path.split(text).length;
  return count(other, "/") - count(one, "/") || count(one, "{") - count(other, "{");
}
