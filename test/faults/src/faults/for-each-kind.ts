import type { Differences, Expected, Fault } from "../fault.ts";
import { type OperationName, operations } from "../operations.ts";

export interface KindFault extends Omit<Fault, "operation" | "differs"> {
  /** The result for operations that may be executed twice without harm, if it differs. */
  repeatable?: Expected;
  /** The operations to play. Default: those of the theme. */
  only?: OperationName[];
  differs?: (operation: OperationName, expected: Expected) => Differences;
}

/**
 * The operations to play besides the create, which has every fault: a read, a PUT that may be repeated, one that may
 * not, a DELETE and a form.
 */
export const kinds: OperationName[] = [
  "listTestRuns",
  "updateTestPlan",
  "updateTestRun",
  "deleteTestRun",
  "importJunitReport",
];

/** Creates a fault for each operation. */
export function forEachKind(names: OperationName[], faults: KindFault[]): Fault[] {
  return faults.flatMap(({ repeatable, only = names, differs, ...fault }) =>
    only.map((operation) => {
      const ofKind = operations[operation].isRepeatable ? repeatable : undefined;
      const expected = ofOperation(operation, ofKind ?? fault.expected);
      const others = Object.entries(differs?.(operation, expected) ?? {});
      const differences = others.map(([runtime, other]) => [runtime, ofOperation(operation, other)]);
      return { ...fault, operation, expected, differs: Object.fromEntries(differences) };
    }),
  );
}

/** Returns the result with the outcome of a read, which changes nothing. */
function ofOperation(operation: OperationName, expected: Expected): Expected {
  const isUnclearRead = operations[operation].method === "GET" && expected.outcome === "unknown";
  return isUnclearRead ? { ...expected, outcome: "no-effect" } : expected;
}
