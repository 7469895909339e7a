/* The methods of the client that reporting calls, until the client has them. */

export interface RunBody {
  id: string;
  human_id?: string | undefined;
  title?: string | undefined;
  name?: string | undefined;
  status: string;
  test_cases_count?: number | undefined;
}
export interface RunCaseBody {
  id: string;
  name?: string | undefined;
  status: string;
  status_id?: string | undefined;
  test_case?: { id: string; human_id?: string | undefined; title?: string | undefined } | undefined;
}
export interface TestCaseBody {
  id: string;
  human_id?: string | undefined;
  title?: string | undefined;
}
type Method<Input, Result> = (input: Input, options?: object) => Promise<Result>;
interface List<Item> {
  (input: object, options?: object): Promise<unknown>;
  item?: Item;
}
interface RunPath {
  project_id: string;
  test_run_id: string;
}
export interface ReportingClient {
  paginate<Item>(list: List<Item>, input: object, options?: object): AsyncIterable<Item>;
  listProjects: List<{ id: string; name: string; human_id_prefix: string }>;
  listTestCases: List<TestCaseBody>;
  getTestCase: Method<{ project_id: string; test_case_id: string }, { data: { test_case: TestCaseBody } }>;
  listTestRuns: List<RunBody>;
  getTestRun: Method<RunPath, { data: { test_run: RunBody } }>;
  createTestRun: Method<object, { data: { test_run: RunBody } }>;
  updateTestRun: Method<RunPath & { status: string }, unknown>;
  listTestRunCases: List<RunCaseBody>;
  updateTestRunCases: Method<RunPath & { data: string; [file: `attachments_${number}_${number}`]: File }, unknown>;
  listTestRunStatuses: List<{ id: string; name: string }>;
  listUsers: List<{ id: string; email: string; status: string }>;
  importJunitReport: Method<RunPath & { junit_xml: File }, { data: { import: { id: string; status: string } } }>;
  getJunitImport: Method<
    { project_id: string; import_id: string },
    { data: { import: { status: string; details?: { failed_count?: number; errors?: unknown[] } } } }
  >;
}
