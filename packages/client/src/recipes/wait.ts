import { inputError, TimeoutError } from "../errors.js";
import type {
  GetJunitImportInput,
  GetJunitImportResult,
  ListTestRunCasesInput,
  ListTestRunCasesResult,
  OperationMethods,
} from "../generated/operations.js";
import { routes } from "../generated/routes.js";
import { callOf, type OperationRoute } from "../operation/route.js";
import type { CallOptions } from "../options/options.js";
import { callOptionRules, milliseconds, type OptionRules, readOptions } from "../options/rules.js";
import { sleep } from "../transport/deadline.js";
import { type ItemOf, paginate } from "./paginate.js";

/** Options of functions that wait for the service. */
export interface WaitOptions {
  /** Cancels the wait, which rejects at once with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The maximum wait in milliseconds, after which the function throws a `TimeoutError`; 0 turns the limit off.
   *
   * @default 300000
   */
  readonly timeout?: number | undefined;
  /**
   * The wait between two requests, in milliseconds.
   *
   * @default 2000
   */
  readonly interval?: number | undefined;
}

/** The rules of these options. */
const rules: OptionRules<WaitOptions> = {
  signal: callOptionRules.signal,
  timeout: milliseconds,
  interval: milliseconds,
};

/**
 * Reads repeatedly until the result is done.
 *
 * @param wanted the condition, as worded in the error
 * @param read reads within the time that is left
 */
export async function poll<Result>(
  operation: keyof OperationMethods,
  wanted: string,
  read: (options: CallOptions) => Promise<Result>,
  isDone: (result: Result) => boolean,
  options: WaitOptions,
): Promise<Result> {
  const call = callOf(operation, routes[operation] as OperationRoute);
  const {
    signal,
    timeout = 300_000,
    interval = 2_000,
  } = readOptions(options, rules, (mistake) => {
    throw inputError(mistake, call);
  });
  const endsAt = performance.now() + (timeout || Infinity);
  for (let attempts = 1; ; attempts++) {
    const result = await read({ signal, totalTimeout: timeout && Math.max(1, endsAt - performance.now()) });
    if (isDone(result)) return result;
    if (performance.now() + interval > endsAt) {
      throw new TimeoutError(`${wanted} not in ${timeout} ms`, {
        ...call,
        url: undefined,
        attempts,
        outcome: "unknown",
      });
    }
    await sleep(interval, signal);
  }
}

const running = new Set(["pending", "in_progress"]);

/**
 * Waits until an import of a JUnit report has ended, and returns it: look at its `status` and `details`.
 *
 * @example
 * const { data } = await testsigma.importJunitReport({ project_id, test_run_id, junit_xml });
 * const { status, details } = await waitForImport(testsigma, { project_id, import_id: data.import.id });
 *
 * @throws {TimeoutError} It has not ended in time.
 */
export async function waitForImport(
  testsigma: Pick<OperationMethods, "getJunitImport">,
  input: GetJunitImportInput,
  options: WaitOptions = {},
): Promise<GetJunitImportResult["data"]["import"]> {
  const read = async (call: CallOptions) => (await testsigma.getJunitImport(input, call)).data.import;
  return poll("getJunitImport", "the import ended", read, ({ status }) => !running.has(status), options);
}

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
