import type { ApiError, Outcome } from "@testsigma-tms/client";
import type { Fault } from "../fault.ts";
import { operations } from "../operations.ts";
import type { RunRecord } from "../rig/ledger.ts";
import { testKey } from "../rig/protocol.ts";
import { containsSecret } from "./contains-secret.ts";

/** The result that a caller of the client saw. */
export interface CallResult {
  /** The result as in `Expected`, or `hangs`. */
  result: string;
  /** The number of attempts; only errors have it. */
  attempts?: number;
  outcome?: Outcome;
  /** The response body or the error. */
  settled: unknown;
}

/** Checks the rules that hold for every fault, and returns a description of each one that is broken. */
export function findProblems(
  fault: Omit<Fault, "expected">,
  { result, outcome, settled }: CallResult,
  record: RunRecord,
  id: string,
): string[] {
  const { executed, arrivals } = record;
  const name = fault.operation ?? "createTestRun";
  const { method, path, isRepeatable, data } = operations[name];
  const problems: string[] = [];
  const demand = (isKept: boolean, problem: string): void => {
    if (!isKept) problems.push(problem);
  };

  demand(isRepeatable || executed <= 1, `executed ${executed} times`);
  demand(result !== "succeeded" || executed > 0, "reported as succeeded, never executed");
  const mayBeExecuted = outcome === undefined || outcome === (method === "GET" ? "no-effect" : "unknown");
  demand(mayBeExecuted || executed === 0, `executed, but reported as ${outcome}`);
  demand(
    arrivals.every((arrival) => arrival.method === method),
    `sent as ${arrivals.map((arrival) => arrival.method).join(", ")}`,
  );
  const digests = arrivals.flatMap(({ digest }) => digest ?? []);
  demand(new Set(digests).size <= 1, "sent again with another body");
  demand(
    arrivals.every(({ hadKey }) => hadKey),
    "a request had no key",
  );

  if (result === "succeeded") {
    const isDocumented = !data?.includes("{id}") || JSON.stringify(settled).includes(id);
    demand(isDocumented, "the response is not the documented one");
  } else if (result === "aborted") {
    demand(outcome === undefined, "an abort has no outcome");
  } else if (settled instanceof Error) {
    demand(outcome !== undefined, "the error has no outcome");
    demand(!containsSecret(settled, testKey), "the error contains the key");
    demand(!JSON.stringify(settled).includes(testKey), "the error as JSON contains the key");
    const { operation, status = 0, ...call } = settled as Partial<ApiError>;
    demand(operation === name && call.method === method, `the error names ${operation} and ${call.method}`);
    demand(call.path === path, `the error names the path ${call.path}`);
    demand(
      outcome !== "unknown" || isRepeatable || /check before/i.test(settled.message),
      "the message does not say what to check",
    );
    // A rejection proves that its own attempt was not executed; an earlier one may have been.
    const isRejection = status >= 400 && status < 500;
    const hidesEarlier = outcome === "unknown" && method !== "GET" && isRejection;
    demand(!hidesEarlier || /earlier attempt/i.test(settled.message), "the message hides an earlier attempt");
  } else {
    demand(false, `settled as ${result} without an error`);
  }
  return problems;
}
