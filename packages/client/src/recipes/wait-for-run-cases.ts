import type { ListTestRunCasesInput, ListTestRunCasesResult, OperationMethods } from "../generated/operations.js";
import type { CallOptions } from "../options/call-options.js";
import { type ItemOf, paginate } from "./paginate.js";
import { poll, type WaitOptions } from "./poll.js";

/** Options of `waitForRunCases`. */
export interface RunCasesOptions extends WaitOptions {
  /**
   * The number of test cases that the run was created with.
   *
   * @default 1
   */
  readonly atLeast?: number | undefined;
}

/**
 * Waits until the test cases of a new run exist, and returns them: they appear some seconds after the run was created
 * (observed).
 *
 * @example
 * const cases = await waitForRunCases(testsigma, { project_id, test_run_id }, { atLeast: 12 });
 *
 * @throws {TimeoutError} They did not appear in time.
 */
export async function waitForRunCases(
  testsigma: Pick<OperationMethods, "listTestRunCases">,
  input: ListTestRunCasesInput,
  { atLeast = 1, ...options }: RunCasesOptions = {},
): Promise<ItemOf<ListTestRunCasesResult>[]> {
  const read = (call: CallOptions) => collect(paginate(testsigma.listTestRunCases, input, call));
  return poll("listTestRunCases", `${atLeast} test cases appeared`, read, ({ length }) => length >= atLeast, options);
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
