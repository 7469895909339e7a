import { type Call, inputError, TimeoutError, WaitError } from "../errors.js";
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
import { callOptionRules, milliseconds, type OptionRules, readOptions, wholeNumberFrom } from "../options/rules.js";
import { sleep } from "../transport/deadline.js";
import { type ItemOf, paginate } from "./paginate.js";

/** Options of functions that wait for the service. */
export interface WaitOptions {
  /** Cancels the wait, which rejects at once with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The maximum wait in milliseconds; when it has passed, the function sends a last request and throws a `WaitError`. 0
   * turns the limit off.
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

/** Options of `waitForRunCases`. */
export interface RunCasesOptions extends WaitOptions {
  /**
   * The number of test cases that the run was created with.
   *
   * @default 1
   */
  readonly atLeast?: number | undefined;
}

const waitRules = { signal: callOptionRules.signal, timeout: milliseconds, interval: milliseconds };

/**
 * Waits until the import of a JUnit report is `completed` or `failed`, and returns it: look at its `status` and
 * `details`.
 *
 * @example
 * const { data } = await testsigma.importJunitReport({ project_id, test_run_id, junit_xml });
 * const { status, details } = await waitForImport(testsigma, { project_id, import_id: data.import.id ?? "" });
 *
 * @throws {WaitError} if it is neither within the timeout; `lastResult` is the import.
 *   See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
 */
export async function waitForImport(
  testsigma: Pick<OperationMethods, "getJunitImport">,
  input: GetJunitImportInput,
  options?: WaitOptions,
): Promise<GetJunitImportResult["data"]["import"]> {
  const wait = readWait("getJunitImport", options, waitRules);
  const read = async (call: CallOptions) => (await testsigma.getJunitImport(input, call)).data.import;
  return poll(wait, "the import did not finish", read, ({ status }) => /^(completed|failed)$/i.test(`${status}`));
}

/**
 * Waits until the test cases of a new run exist, and returns them: they appear some seconds after the run was created
 * (observed).
 *
 * @example
 * const cases = await waitForRunCases(testsigma, { project_id, test_run_id });
 *
 * @throws {WaitError} if they do not appear in time; `lastResult` is the list of those that exist.
 *   See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
 */
export async function waitForRunCases(
  testsigma: Pick<OperationMethods, "listTestRunCases">,
  input: ListTestRunCasesInput,
  options?: RunCasesOptions,
): Promise<ItemOf<ListTestRunCasesResult>[]> {
  const wait = readWait("listTestRunCases", options, { ...waitRules, atLeast: wholeNumberFrom(0) });
  const { atLeast = 1 } = wait;
  const problem = `${atLeast} ${atLeast === 1 ? "test case" : "test cases"} did not appear`;
  const read = (call: CallOptions) => collect(paginate(testsigma.listTestRunCases, input, call));
  return poll(wait, problem, read, ({ length }) => length >= atLeast);
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Reads the options of a wait; `call` is the operation that it calls, for errors. */
function readWait<Options extends WaitOptions>(
  operation: keyof OperationMethods,
  options: Options | undefined,
  rules: OptionRules<Options>,
) {
  const call = callOf(operation, routes[operation] as OperationRoute);
  const own = readOptions(options, rules, (mistake) => {
    throw inputError(mistake, call);
  });
  return Object.assign(own, { call });
}

/** The time that the last request gets after the wait, in milliseconds. */
const lastReadMs = 1000;

/** Reads repeatedly until the result is the expected one; `problem` says what is wrong if it never is. */
async function poll<Result>(
  { call, signal, timeout = 300_000, interval = 2_000 }: WaitOptions & { readonly call: Call },
  problem: string,
  read: (options: CallOptions) => Promise<Result>,
  isDone: (result: Result) => boolean,
): Promise<Result> {
  const endsAt = timeout > 0 ? performance.now() + timeout : Infinity;
  const remainingMs = () => endsAt - performance.now();

  let lastResult: Result | undefined;
  let isLast = false;
  for (let attempts = 1; ; attempts++) {
    const waitError = (cause?: unknown) =>
      new WaitError(`${problem} within ${timeout / 1000} s`, {
        ...call,
        url: undefined,
        attempts,
        outcome: "no-effect",
        lastResult,
        ...(cause !== undefined && { cause }),
      });
    try {
      const totalTimeout = timeout === 0 ? 0 : isLast ? lastReadMs : Math.max(remainingMs(), 1);
      lastResult = await read({ signal, totalTimeout });
    } catch (error) {
      throw error instanceof TimeoutError && remainingMs() <= 0 ? waitError(error) : error;
    }
    if (isDone(lastResult)) return lastResult;
    if (isLast) throw waitError();
    const remaining = remainingMs();
    isLast = remaining <= interval;
    await sleep(Math.max(0, Math.min(interval, remaining)), signal);
  }
}
