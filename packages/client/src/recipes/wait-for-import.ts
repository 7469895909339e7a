import type { GetJunitImportInput, GetJunitImportResult, OperationMethods } from "../generated/operations.js";
import type { CallOptions } from "../options/call-options.js";
import { poll, type WaitOptions } from "./poll.js";

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
