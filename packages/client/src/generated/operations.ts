// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { AssignTestRunUserBody, CreateFolderBody, CreateProjectBody, CreateStepGroupBody, CreateTestCaseBody, CreateTestPlanBody, CreateTestRunBody, CreatedTestRunResult, FolderPage, FolderResult, ImportJunitReportForm, ImportResult, ImportStatusResult, LabelPage, MessageResult, MoveFolderBody, ProjectPage, ProjectResult, RunCasePage, RunCaseResult, RunCasesResult, StepGroupPage, StepGroupResult, TestCaseAutomationTypePage, TestCasePage, TestCasePriorityPage, TestCaseResult, TestCaseStatusPage, TestCaseTypePage, TestPlanPage, TestPlanResult, TestRunPage, TestRunResult, TestRunStatusPage, UpdateFolderBody, UpdateProjectBody, UpdateStepGroupBody, UpdateTestCaseBody, UpdateTestPlanBody, UpdateTestRunBody, UpdateTestRunCasesBody, UpdateTestRunCasesForm, UserPage } from "@testsigma-tms/types";
import type { PathProperties, QueryProperties, ReadonlyLists } from "../operation/types.js";
import type { CallOptions } from "../options/options.js";


/** Input of `createTestRun`: path, query and body properties side by side. */
export type CreateTestRunInput = ReadonlyLists<CreateTestRunBody>;
/** Result of `createTestRun`: the body of the successful response, unchanged. */
export type CreateTestRunResult = CreatedTestRunResult;

/** Input of `listTestRuns`: path, query and body properties side by side. */
export type ListTestRunsInput = PathProperties<"listTestRuns"> & QueryProperties<"listTestRuns">;
/** Result of `listTestRuns`: the body of the successful response, unchanged. */
export type ListTestRunsResult = TestRunPage;

/** Input of `getTestRun`: path, query and body properties side by side. */
export type GetTestRunInput = PathProperties<"getTestRun">;
/** Result of `getTestRun`: the body of the successful response, unchanged. */
export type GetTestRunResult = TestRunResult;

/** Input of `updateTestRun`: path, query and body properties side by side. */
export type UpdateTestRunInput = ReadonlyLists<PathProperties<"updateTestRun"> & UpdateTestRunBody>;
/** Result of `updateTestRun`: the body of the successful response, unchanged. */
export type UpdateTestRunResult = TestRunResult;

/** Input of `deleteTestRun`: path, query and body properties side by side. */
export type DeleteTestRunInput = PathProperties<"deleteTestRun">;
/** Result of `deleteTestRun`: the body of the successful response, unchanged. */
export type DeleteTestRunResult = MessageResult | undefined;

/** Input of `listTestRunCases`: path, query and body properties side by side. */
export type ListTestRunCasesInput = PathProperties<"listTestRunCases"> & QueryProperties<"listTestRunCases">;
/** Result of `listTestRunCases`: the body of the successful response, unchanged. */
export type ListTestRunCasesResult = RunCasePage;

/** Input of `updateTestRunCases`: path, query and body properties side by side. */
export type UpdateTestRunCasesInput = ReadonlyLists<PathProperties<"updateTestRunCases"> & (UpdateTestRunCasesForm | UpdateTestRunCasesBody)>;
/** Result of `updateTestRunCases`: the body of the successful response, unchanged. */
export type UpdateTestRunCasesResult = RunCasesResult;

/** Input of `assignTestRunUser`: path, query and body properties side by side. */
export type AssignTestRunUserInput = ReadonlyLists<PathProperties<"assignTestRunUser"> & AssignTestRunUserBody>;
/** Result of `assignTestRunUser`: the body of the successful response, unchanged. */
export type AssignTestRunUserResult = RunCaseResult;

/** Input of `importJunitReport`: path, query and body properties side by side. */
export type ImportJunitReportInput = ReadonlyLists<PathProperties<"importJunitReport"> & ImportJunitReportForm>;
/** Result of `importJunitReport`: the body of the successful response, unchanged. */
export type ImportJunitReportResult = ImportResult;

/** Input of `getJunitImport`: path, query and body properties side by side. */
export type GetJunitImportInput = PathProperties<"getJunitImport">;
/** Result of `getJunitImport`: the body of the successful response, unchanged. */
export type GetJunitImportResult = ImportStatusResult;

/** Input of `createTestPlan`: path, query and body properties side by side. */
export type CreateTestPlanInput = ReadonlyLists<PathProperties<"createTestPlan"> & CreateTestPlanBody>;
/** Result of `createTestPlan`: the body of the successful response, unchanged. */
export type CreateTestPlanResult = TestPlanResult;

/** Input of `listTestPlans`: path, query and body properties side by side. */
export type ListTestPlansInput = PathProperties<"listTestPlans"> & QueryProperties<"listTestPlans">;
/** Result of `listTestPlans`: the body of the successful response, unchanged. */
export type ListTestPlansResult = TestPlanPage;

/** Input of `getTestPlan`: path, query and body properties side by side. */
export type GetTestPlanInput = PathProperties<"getTestPlan">;
/** Result of `getTestPlan`: the body of the successful response, unchanged. */
export type GetTestPlanResult = TestPlanResult;

/** Input of `updateTestPlan`: path, query and body properties side by side. */
export type UpdateTestPlanInput = ReadonlyLists<PathProperties<"updateTestPlan"> & UpdateTestPlanBody>;
/** Result of `updateTestPlan`: the body of the successful response, unchanged. */
export type UpdateTestPlanResult = TestPlanResult;

/** Input of `deleteTestPlan`: path, query and body properties side by side. */
export type DeleteTestPlanInput = PathProperties<"deleteTestPlan">;
/** Result of `deleteTestPlan`: the body of the successful response, unchanged. */
export type DeleteTestPlanResult = MessageResult;

/** Input of `completeTestPlan`: path, query and body properties side by side. */
export type CompleteTestPlanInput = PathProperties<"completeTestPlan">;
/** Result of `completeTestPlan`: the body of the successful response, unchanged. */
export type CompleteTestPlanResult = TestPlanResult;

/** Input of `listTestPlanRuns`: path, query and body properties side by side. */
export type ListTestPlanRunsInput = PathProperties<"listTestPlanRuns">;
/** Result of `listTestPlanRuns`: the body of the successful response, unchanged. */
export type ListTestPlanRunsResult = TestRunPage;

/** Input of `createTestCase`: path, query and body properties side by side. */
export type CreateTestCaseInput = ReadonlyLists<CreateTestCaseBody>;
/** Result of `createTestCase`: the body of the successful response, unchanged. */
export type CreateTestCaseResult = TestCaseResult;

/** Input of `listTestCases`: path, query and body properties side by side. */
export type ListTestCasesInput = PathProperties<"listTestCases"> & QueryProperties<"listTestCases">;
/** Result of `listTestCases`: the body of the successful response, unchanged. */
export type ListTestCasesResult = TestCasePage;

/** Input of `getTestCase`: path, query and body properties side by side. */
export type GetTestCaseInput = PathProperties<"getTestCase">;
/** Result of `getTestCase`: the body of the successful response, unchanged. */
export type GetTestCaseResult = TestCaseResult;

/** Input of `updateTestCase`: path, query and body properties side by side. */
export type UpdateTestCaseInput = ReadonlyLists<PathProperties<"updateTestCase"> & UpdateTestCaseBody>;
/** Result of `updateTestCase`: the body of the successful response, unchanged. */
export type UpdateTestCaseResult = TestCaseResult;

/** Input of `deleteTestCase`: path, query and body properties side by side. */
export type DeleteTestCaseInput = PathProperties<"deleteTestCase">;
/** Result of `deleteTestCase`: the body of the successful response, unchanged. */
export type DeleteTestCaseResult = MessageResult;

/** Input of `createFolder`: path, query and body properties side by side. */
export type CreateFolderInput = ReadonlyLists<PathProperties<"createFolder"> & CreateFolderBody>;
/** Result of `createFolder`: the body of the successful response, unchanged. */
export type CreateFolderResult = FolderResult;

/** Input of `listFolders`: path, query and body properties side by side. */
export type ListFoldersInput = PathProperties<"listFolders"> & QueryProperties<"listFolders">;
/** Result of `listFolders`: the body of the successful response, unchanged. */
export type ListFoldersResult = FolderPage;

/** Input of `getFolder`: path, query and body properties side by side. */
export type GetFolderInput = PathProperties<"getFolder">;
/** Result of `getFolder`: the body of the successful response, unchanged. */
export type GetFolderResult = FolderResult;

/** Input of `updateFolder`: path, query and body properties side by side. */
export type UpdateFolderInput = ReadonlyLists<PathProperties<"updateFolder"> & UpdateFolderBody>;
/** Result of `updateFolder`: the body of the successful response, unchanged. */
export type UpdateFolderResult = FolderResult;

/** Input of `deleteFolder`: path, query and body properties side by side. */
export type DeleteFolderInput = PathProperties<"deleteFolder">;
/** Result of `deleteFolder`: the body of the successful response, unchanged. */
export type DeleteFolderResult = MessageResult;

/** Input of `moveFolder`: path, query and body properties side by side. */
export type MoveFolderInput = ReadonlyLists<PathProperties<"moveFolder"> & MoveFolderBody>;
/** Result of `moveFolder`: the body of the successful response, unchanged. */
export type MoveFolderResult = FolderResult;

/** Input of `createStepGroup`: path, query and body properties side by side. */
export type CreateStepGroupInput = ReadonlyLists<PathProperties<"createStepGroup"> & CreateStepGroupBody>;
/** Result of `createStepGroup`: the body of the successful response, unchanged. */
export type CreateStepGroupResult = StepGroupResult;

/** Input of `listStepGroups`: path, query and body properties side by side. */
export type ListStepGroupsInput = PathProperties<"listStepGroups"> & QueryProperties<"listStepGroups">;
/** Result of `listStepGroups`: the body of the successful response, unchanged. */
export type ListStepGroupsResult = StepGroupPage;

/** Input of `getStepGroup`: path, query and body properties side by side. */
export type GetStepGroupInput = PathProperties<"getStepGroup">;
/** Result of `getStepGroup`: the body of the successful response, unchanged. */
export type GetStepGroupResult = StepGroupResult;

/** Input of `updateStepGroup`: path, query and body properties side by side. */
export type UpdateStepGroupInput = ReadonlyLists<PathProperties<"updateStepGroup"> & UpdateStepGroupBody>;
/** Result of `updateStepGroup`: the body of the successful response, unchanged. */
export type UpdateStepGroupResult = StepGroupResult;

/** Input of `deleteStepGroup`: path, query and body properties side by side. */
export type DeleteStepGroupInput = PathProperties<"deleteStepGroup">;
/** Result of `deleteStepGroup`: the body of the successful response, unchanged. */
export type DeleteStepGroupResult = MessageResult | undefined;

/** Input of `createProject`: path, query and body properties side by side. */
export type CreateProjectInput = ReadonlyLists<CreateProjectBody>;
/** Result of `createProject`: the body of the successful response, unchanged. */
export type CreateProjectResult = ProjectResult;

/** Input of `listProjects`: path, query and body properties side by side. */
export type ListProjectsInput = QueryProperties<"listProjects">;
/** Result of `listProjects`: the body of the successful response, unchanged. */
export type ListProjectsResult = ProjectPage;

/** Input of `getProject`: path, query and body properties side by side. */
export type GetProjectInput = PathProperties<"getProject">;
/** Result of `getProject`: the body of the successful response, unchanged. */
export type GetProjectResult = ProjectResult;

/** Input of `updateProject`: path, query and body properties side by side. */
export type UpdateProjectInput = ReadonlyLists<PathProperties<"updateProject"> & UpdateProjectBody>;
/** Result of `updateProject`: the body of the successful response, unchanged. */
export type UpdateProjectResult = ProjectResult;

/** Input of `deleteProject`: path, query and body properties side by side. */
export type DeleteProjectInput = PathProperties<"deleteProject">;
/** Result of `deleteProject`: the body of the successful response, unchanged. */
export type DeleteProjectResult = MessageResult;

/** Input of `listTestRunStatuses`: path, query and body properties side by side. */
export type ListTestRunStatusesInput = Record<never, never>;
/** Result of `listTestRunStatuses`: the body of the successful response, unchanged. */
export type ListTestRunStatusesResult = TestRunStatusPage;

/** Input of `listTestCaseStatuses`: path, query and body properties side by side. */
export type ListTestCaseStatusesInput = Record<never, never>;
/** Result of `listTestCaseStatuses`: the body of the successful response, unchanged. */
export type ListTestCaseStatusesResult = TestCaseStatusPage;

/** Input of `listTestCaseTypes`: path, query and body properties side by side. */
export type ListTestCaseTypesInput = Record<never, never>;
/** Result of `listTestCaseTypes`: the body of the successful response, unchanged. */
export type ListTestCaseTypesResult = TestCaseTypePage;

/** Input of `listTestCasePriorities`: path, query and body properties side by side. */
export type ListTestCasePrioritiesInput = Record<never, never>;
/** Result of `listTestCasePriorities`: the body of the successful response, unchanged. */
export type ListTestCasePrioritiesResult = TestCasePriorityPage;

/** Input of `listTestCaseAutomationTypes`: path, query and body properties side by side. */
export type ListTestCaseAutomationTypesInput = Record<never, never>;
/** Result of `listTestCaseAutomationTypes`: the body of the successful response, unchanged. */
export type ListTestCaseAutomationTypesResult = TestCaseAutomationTypePage;

/** Input of `listUsers`: path, query and body properties side by side. */
export type ListUsersInput = Record<never, never>;
/** Result of `listUsers`: the body of the successful response, unchanged. */
export type ListUsersResult = UserPage;

/** Input of `listLabels`: path, query and body properties side by side. */
export type ListLabelsInput = Record<never, never>;
/** Result of `listLabels`: the body of the successful response, unchanged. */
export type ListLabelsResult = LabelPage;

/** One method per operation of the API. */
export interface OperationMethods {
  /**
   * Create a test run
   *
   * Creates a new test run in a project from a static selection of test cases. A dynamic selection is accepted too
   * (observed: mcp-e2e).
   *
   * - The title must be unique: a second run with the same title is rejected (observed: test-framework). Whether unique in
   *   the project or in the organization is not recorded.
   * - Not idempotent: no idempotency key is known, and only the unique title prevents a second run (inferred). After a
   *   timeout, or a 500 that is not the rate limit, look for the run with `listTestRuns` before you send the request again
   *   (inferred).
   * - Name test cases by their UUIDs; `getTestCase` finds the UUID of `DEMO-2`. Whether a filter takes `DEMO-2` itself is
   *   untested. Labels go by name here (`label_names`), by UUID everywhere else (`label_ids`).
   * - The test cases of a new run can take a few seconds to appear in it (observed: test-framework).
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/test_runs`
   *
   * @example
   * await testsigma.createTestRun({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   title: "Smoke test 2026-11-23",
   *   status: "ACTIVE",
   *   selection_type: "STATIC",
   *   static_selection_filters: [
   *     {
   *       field: "id",
   *       operator: "IN",
   *       values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"]
   *     }
   *   ]
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  createTestRun: (input: CreateTestRunInput, options?: CallOptions) => Promise<CreateTestRunResult>;

  /**
   * List test runs
   *
   * Lists the test runs of a project.
   *
   * A filter that the service does not know is ignored, not rejected (observed: mcp-probe): check each run before you
   * change or delete what a filtered list returned. No filter is documented for this list; others send `search`,
   * `test_plan_id` and `title__CONTAINS`, without a recorded effect (observed: mcp-notes, test-framework). So find a run
   * by reading the pages and comparing titles: `title` on the live service (observed: mcp-probe), `name` in the
   * documentation.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_runs`
   *
   * @example
   * await testsigma.listTestRuns({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestRuns: (input: ListTestRunsInput, options?: CallOptions) => Promise<ListTestRunsResult>;

  /**
   * Get a test run
   *
   * Reads one test run. Do not send what you read back in an update: its
   * `dynamic_selection_excluded_test_case_ids: null` is rejected there (observed: mcp-e2e).
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_runs/{test_run_id}`
   *
   * @example
   * await testsigma.getTestRun({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  getTestRun: (input: GetTestRunInput, options?: CallOptions) => Promise<GetTestRunResult>;

  /**
   * Update or close a test run
   *
   * Changes a test run, or closes it with `{"status":"CLOSED"}` (observed: mcp-e2e).
   *
   * - **Closing is permanent.** It locks the run (documented for the app), and no way to reopen one is known
   *   (observed: mcp-notes). So after a doubtful failure read the run instead of sending the request again: a second
   *   closing may fail although the first succeeded (inferred).
   * - Send only what changes. What `getTestRun` returned is not accepted as it is: `null` in
   *   `dynamic_selection_excluded_test_case_ids` is rejected (observed: mcp-e2e).
   *
   * Provenance: **documented**.
   *
   * `PUT /projects/{project_id}/test_runs/{test_run_id}`
   *
   * @example
   * await testsigma.updateTestRun({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
   *   status: "CLOSED"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  updateTestRun: (input: UpdateTestRunInput, options?: CallOptions) => Promise<UpdateTestRunResult>;

  /**
   * Delete a test run
   *
   * Deletes a test run permanently, as far as is known (inferred). What happens to its results and attachments is not
   * documented. Read the run before: a list whose filter was ignored contains others too.
   *
   * Provenance: **documented**.
   *
   * `DELETE /projects/{project_id}/test_runs/{test_run_id}`
   *
   * @example
   * await testsigma.deleteTestRun({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  deleteTestRun: (input: DeleteTestRunInput, options?: CallOptions) => Promise<DeleteTestRunResult>;

  /**
   * List the test cases of a run
   *
   * Lists the test cases of a run with their results.
   *
   * - The live service has them in `data.test_run_cases` (observed: mcp-probe), not in `data.test_cases` (documented).
   * - **Two identifiers:** on the live service `id` is that of the run case, and `test_case.id` that of the test case
   *   (observed: mcp-probe). `updateTestRunCases` and `assignTestRunUser` take the second.
   * - The list of a new run can be empty for some seconds (observed: test-framework): read again before you conclude that
   *   a case is missing.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_runs/{test_run_id}/test_cases`
   *
   * @example
   * await testsigma.listTestRunCases({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestRunCases: (input: ListTestRunCasesInput, options?: CallOptions) => Promise<ListTestRunCasesResult>;

  /**
   * Set results of test cases
   *
   * Sets the results of test cases of a run.
   *
   * - `test_case_id` is the identifier of the **test case**. In the list of a run's cases the live service has it in
   *   `test_case.id`, and another identifier in `id` (observed: mcp-probe).
   * - Documented as JSON. The live service accepts a form whose part `data` contains that JSON as text
   *   (observed: mcp-e2e, test-framework); whether it accepts plain JSON is not recorded.
   * - A result without attachments can be set again without harm (inferred); with attachments a repetition may attach them
   *   twice (inferred). So it is not sent again automatically.
   * - The cases of a new run can take some seconds to appear, and setting a result fails until then
   *   (observed: test-framework).
   *
   * Provenance: **documented**.
   *
   * Sent as JSON, or as a form if the input contains a Blob or `data`.
   * The default `timeout` of a form is 5 minutes.
   *
   * `PUT /projects/{project_id}/test_runs/{test_run_id}/test_cases`
   *
   * @example
   * await testsigma.updateTestRunCases({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
   *   test_run_cases: [
   *     {
   *       test_case_id: "1c4a6347-dec5-4f8e-8b6c-cda33c37c9ce",
   *       test_run_status_id: "0ba381b5-c018-40c6-b6fa-10d6e556ef9d",
   *       user_id: "05782b39-7a2c-4e91-9d6b-8f1340c2ab5e",
   *       description: "Test case completed successfully"
   *     }
   *   ]
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  updateTestRunCases: (input: UpdateTestRunCasesInput, options?: CallOptions) => Promise<UpdateTestRunCasesResult>;

  /**
   * Assign a user to a test case of a run
   *
   * Assigns a user to one test case of a run. `test_case_id` is the identifier of the **test case**: in the list of a run's
   * cases the live service has it in `test_case.id` (observed: mcp-probe). No public code was seen using this operation.
   *
   * Provenance: **documented**.
   *
   * `PUT /projects/{project_id}/test_runs/{test_run_id}/assign_user`
   *
   * @example
   * await testsigma.assignTestRunUser({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
   *   user_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
   *   test_case_id: "9ac271b6-4e89-4c93-8c75-2d625efa0b2d"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  assignTestRunUser: (input: AssignTestRunUserInput, options?: CallOptions) => Promise<AssignTestRunUserResult>;

  /**
   * Import a JUnit report
   *
   * Uploads a report in JUnit XML into a test run. The documented example names the run by its human-readable identifier.
   *
   * - The import can still be running when the response arrives (observed: mcp-notes): poll `getJunitImport` until it is
   *   `completed` or `failed`.
   * - Not idempotent: there is no known way to detect a report that was uploaded before (inferred). After a timeout, or a
   *   500 that is not the rate limit, read the run before you send the report again.
   *
   * Provenance: **documented**.
   *
   * Sent as a form. Pass a file as a `Blob`, a `File` or its text; not as a path, nor as a stream, which cannot be sent again.
   * The default `timeout` of a form is 5 minutes.
   *
   * `POST /projects/{project_id}/junit-import/test-run/{test_run_id}`
   *
   * @example
   * import { readFile } from "node:fs/promises";
   *
   * await testsigma.importJunitReport({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
   *   junit_xml: new Blob([await readFile("results.xml")])
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  importJunitReport: (input: ImportJunitReportInput, options?: CallOptions) => Promise<ImportJunitReportResult>;

  /**
   * Get the status of a JUnit import
   *
   * Reads how far a JUnit import is: `pending`, `in_progress`, `completed` or `failed`. A `completed` import can have
   * failed results: check `details.failed_count` (inferred).
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/junit-imports/{import_id}/status`
   *
   * @example
   * await testsigma.getJunitImport({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   import_id: "ebbbcb9f-e532-41dd-9170-369e5ba4539a"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  getJunitImport: (input: GetJunitImportInput, options?: CallOptions) => Promise<GetJunitImportResult>;

  /**
   * Create a test plan
   *
   * Creates a test plan. Link runs to it with `test_plan_id` when you create them (observed: mcp-e2e). `label_ids` takes
   * UUIDs from `listLabels`, not names.
   *
   * Not idempotent: sent twice, it can create two plans (inferred).
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/test_plans`
   *
   * @example
   * await testsigma.createTestPlan({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   title: "Patient Portal Regression",
   *   description: "Full regression cycle for the Q2 patient portal release.",
   *   start_date: 1710374400,
   *   end_date: 1712966400,
   *   label_ids: ["3ebf1ec4-f994-4f41-822a-01305e1f78c1"]
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  createTestPlan: (input: CreateTestPlanInput, options?: CallOptions) => Promise<CreateTestPlanResult>;

  /**
   * List test plans
   *
   * Lists the test plans of a project. Their title is documented as `name` here; the live service sends `title`
   * (observed: mcp-notes). A filter that the service does not know is ignored, not rejected (observed: mcp-probe).
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_plans`
   *
   * @example
   * await testsigma.listTestPlans({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestPlans: (input: ListTestPlansInput, options?: CallOptions) => Promise<ListTestPlansResult>;

  /**
   * Get a test plan
   *
   * Reads one test plan. Its runs are in `listTestPlanRuns`.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_plans/{test_plan_id}`
   *
   * @example
   * await testsigma.getTestPlan({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_plan_id: "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  getTestPlan: (input: GetTestPlanInput, options?: CallOptions) => Promise<GetTestPlanResult>;

  /**
   * Update a test plan
   *
   * Changes a test plan. Only `title` is documented; a plan sent back whole with other values was accepted
   * (observed: mcp-notes). Complete a plan with `completeTestPlan`.
   *
   * Provenance: **documented**.
   *
   * `PUT /projects/{project_id}/test_plans/{test_plan_id}`
   *
   * @example
   * await testsigma.updateTestPlan({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_plan_id: "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42",
   *   title: "Patient Portal Regression - Updated"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  updateTestPlan: (input: UpdateTestPlanInput, options?: CallOptions) => Promise<UpdateTestPlanResult>;

  /**
   * Delete a test plan
   *
   * Deletes a test plan permanently, as far as is known (inferred). What happens to its runs is not documented; they are said
   * to stay, without a plan (observed: mcp-notes).
   *
   * Provenance: **documented**.
   *
   * `DELETE /projects/{project_id}/test_plans/{test_plan_id}`
   *
   * @example
   * await testsigma.deleteTestPlan({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_plan_id: "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  deleteTestPlan: (input: DeleteTestPlanInput, options?: CallOptions) => Promise<DeleteTestPlanResult>;

  /**
   * Complete a test plan
   *
   * Marks a test plan as complete. It takes no body. No way to make a plan active again is known, and what becomes of its
   * active runs is not documented.
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/test_plans/{test_plan_id}/complete`
   *
   * @example
   * await testsigma.completeTestPlan({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_plan_id: "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  completeTestPlan: (input: CompleteTestPlanInput, options?: CallOptions) => Promise<CompleteTestPlanResult>;

  /**
   * List the test runs of a plan
   *
   * Lists the test runs of a plan. The documented runs have times and totals but no title; what the live service sends here
   * was not recorded.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_plans/{test_plan_id}/test_runs`
   *
   * @example
   * await testsigma.listTestPlanRuns({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_plan_id: "f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestPlanRuns: (input: ListTestPlanRunsInput, options?: CallOptions) => Promise<ListTestPlanRunsResult>;

  /**
   * Create a test case
   *
   * Creates a test case. First look up the five identifiers that it needs: with `listTestCaseTypes`,
   * `listTestCaseStatuses`, `listTestCaseAutomationTypes`, `listTestCasePriorities` and `listUsers`. A missing one is
   * rejected with `Invalid ID format: `, without its name (observed: mcp-notes). `label_ids` takes UUIDs from `listLabels`
   * (observed: mcp-notes), not names as in the documented example. Steps have `expected_results` here, but
   * `expected_result` in step groups.
   *
   * Not idempotent: sent twice, it can create two test cases (inferred).
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/test_cases`
   *
   * @example
   * await testsigma.createTestCase({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   title: "Attempt to book a flight with missing required fields",
   *   description: "Attempt to book a flight with missing required fields",
   *   template_type: "TCD",
   *   preconditions: "User has selected a flight from the search results. User is on the booking page.",
   *   steps: "Leave one or more required fields (e.g., First Name, Last Name, Email) blank. Click the 'Book Now' button.",
   *   expected_results: "An error message is displayed indicating that the required fields are missing. The user is prompted to fill in the missing fields.",
   *   type_id: "75a816d1-8909-47b5-b85b-fbf60a973587",
   *   status_id: "bafd7f8d-832a-42ea-91df-9a1e5e02a2d9",
   *   automation_type_id: "3cee45b5-4335-4564-bbdf-4ea9b0306ed3",
   *   priority_id: "1d810f8f-7be0-41e4-9971-67ee1f55612e",
   *   owner_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
   *   reviewer_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
   *   folder_id: "580e3972-7f4a-4748-87e6-9b74873e2b93",
   *   label_ids: ["Flight_testcase"],
   *   individual_steps: []
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  createTestCase: (input: CreateTestCaseInput, options?: CallOptions) => Promise<CreateTestCaseResult>;

  /**
   * List test cases
   *
   * Lists the test cases of a project. `search` finds the UUID that belongs to a human-readable identifier.
   *
   * A filter that the service does not know is ignored, not rejected: `q` and `filter` were (observed: mcp-probe). Check
   * each test case before you change or delete what a filtered list returned. Whether `title__CONTAINS` filters is not
   * recorded.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_cases`
   *
   * @example
   * await testsigma.listTestCases({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestCases: (input: ListTestCasesInput, options?: CallOptions) => Promise<ListTestCasesResult>;

  /**
   * Get a test case
   *
   * Reads one test case, by its UUID or by its human-readable identifier: the way from `DEMO-2` to the UUID that test runs
   * take.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/test_cases/{test_case_id}`
   *
   * @example
   * await testsigma.getTestCase({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_case_id: "9c09349f-5c16-4d29-9f8e-194576b6b841"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  getTestCase: (input: GetTestCaseInput, options?: CallOptions) => Promise<GetTestCaseResult>;

  /**
   * Update a test case
   *
   * Changes a test case. `template_type` switches between text and individual steps. `individual_steps` seem to replace all
   * steps, which get new identifiers (inferred from the documented example).
   *
   * Provenance: **documented**.
   *
   * `PUT /projects/{project_id}/test_cases/{test_case_id}`
   *
   * @example
   * await testsigma.updateTestCase({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_case_id: "9c09349f-5c16-4d29-9f8e-194576b6b841",
   *   title: "Attempt to book a flight with missing required fields",
   *   description: "Attempt to book a flight with missing required fields",
   *   template_type: "STEPS",
   *   preconditions: "User has selected a flight from the search results. User is on the booking page.",
   *   steps: "Leave one or more required fields (e.g., First Name, Last Name, Email) blank. Click the 'Book Now' button.",
   *   expected_results: "An error message is displayed indicating that the required fields are missing. The user is prompted to fill in the missing fields.",
   *   type_id: "75a816d1-8909-47b5-b85b-fbf60a973587",
   *   status_id: "bafd7f8d-832a-42ea-91df-9a1e5e02a2d9",
   *   automation_type_id: "3cee45b5-4335-4564-bbdf-4ea9b0306ed3",
   *   priority_id: "1d810f8f-7be0-41e4-9971-67ee1f55612e",
   *   owner_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
   *   reviewer_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
   *   folder_id: "580e3972-7f4a-4748-87e6-9b74873e2b93",
   *   label_ids: ["Flight_testcase"],
   *   individual_steps: [
   *     {
   *       step_description: "Enter username updated",
   *       expected_results: "Username is entered successfully",
   *       order: 1,
   *       step_type: "DEFAULT",
   *       step_group_id: null
   *     },
   *     {
   *       step_description: "Enter password updated",
   *       expected_results: "Password is entered successfully",
   *       order: 2,
   *       step_type: "DEFAULT",
   *       step_group_id: null
   *     },
   *     {
   *       step_description: "Click login",
   *       expected_results: "User is redirected to the dashboard",
   *       order: 3,
   *       step_type: "DEFAULT",
   *       step_group_id: null
   *     }
   *   ]
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  updateTestCase: (input: UpdateTestCaseInput, options?: CallOptions) => Promise<UpdateTestCaseResult>;

  /**
   * Delete a test case
   *
   * Deletes a test case permanently, as far as is known (inferred). What happens to it and to its results in test runs is not
   * documented. Read the test case before: a list whose filter was ignored contains others too (observed: mcp-probe).
   *
   * Provenance: **documented**.
   *
   * `DELETE /projects/{project_id}/test_cases/{test_case_id}`
   *
   * @example
   * await testsigma.deleteTestCase({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   test_case_id: "9c09349f-5c16-4d29-9f8e-194576b6b841"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  deleteTestCase: (input: DeleteTestCaseInput, options?: CallOptions) => Promise<DeleteTestCaseResult>;

  /**
   * Create a folder
   *
   * Creates a folder at the top level of a project; `moveFolder` puts it into another one.
   *
   * Not idempotent: sent twice, it can create two folders (inferred).
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/folders`
   *
   * @example
   * await testsigma.createFolder({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   name: "Regression Suite"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  createFolder: (input: CreateFolderInput, options?: CallOptions) => Promise<CreateFolderResult>;

  /**
   * List folders
   *
   * Lists every folder of a project, flat: `children` is always empty here, so build the tree from `parent_folder_id`
   * (observed: mcp-probe).
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/folders`
   *
   * @example
   * await testsigma.listFolders({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listFolders: (input: ListFoldersInput, options?: CallOptions) => Promise<ListFoldersResult>;

  /**
   * Get a folder
   *
   * Reads one folder. Its test cases are in `listTestCases` with `folder_id`.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/folders/{folder_id}`
   *
   * @example
   * await testsigma.getFolder({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   folder_id: "e8db64d3-9291-44d9-9e30-69438c272f05"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  getFolder: (input: GetFolderInput, options?: CallOptions) => Promise<GetFolderResult>;

  /**
   * Update a folder
   *
   * Renames a folder or changes its position. `moveFolder` changes its parent.
   *
   * Provenance: **documented**.
   *
   * `PUT /projects/{project_id}/folders/{folder_id}`
   *
   * @example
   * await testsigma.updateFolder({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   folder_id: "e8db64d3-9291-44d9-9e30-69438c272f05",
   *   name: "Regression Suite (Updated)",
   *   order: -1
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  updateFolder: (input: UpdateFolderInput, options?: CallOptions) => Promise<UpdateFolderResult>;

  /**
   * Delete a folder
   *
   * Deletes a folder permanently, as far as is known (inferred). What happens to its test cases and to the folders in it is
   * not documented: they may be deleted too. Look into it before with `listTestCases` and `listFolders`.
   *
   * Provenance: **documented**.
   *
   * `DELETE /projects/{project_id}/folders/{folder_id}`
   *
   * @example
   * await testsigma.deleteFolder({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   folder_id: "e8db64d3-9291-44d9-9e30-69438c272f05"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  deleteFolder: (input: DeleteFolderInput, options?: CallOptions) => Promise<DeleteFolderResult>;

  /**
   * Move a folder
   *
   * Puts a folder into another one. Moved again to the same place it stays there, so the request can be sent again
   * (inferred).
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/folders/{folder_id}/move`
   *
   * @example
   * await testsigma.moveFolder({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   folder_id: "e8db64d3-9291-44d9-9e30-69438c272f05",
   *   parent_folder_id: null
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  moveFolder: (input: MoveFolderInput, options?: CallOptions) => Promise<MoveFolderResult>;

  /**
   * Create a step group
   *
   * Creates a step group. Its steps are sent with `expected_result` and returned with `expected_results`. `label_ids`
   * takes UUIDs from `listLabels`, not names.
   *
   * Not idempotent: sent twice, it can create two step groups (inferred).
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/step_groups`
   *
   * @example
   * await testsigma.createStepGroup({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   title: "Regression Test Step Group - 5",
   *   description: "Step group for regression test cases",
   *   label_ids: ["3ebf1ec4-f994-4f41-822a-01305e1f78c1"],
   *   steps: [
   *     {
   *       step_description: "Open the application and navigate to the login page",
   *       expected_result: "Login page should be displayed",
   *       order: 1
   *     },
   *     {
   *       step_description: "Enter valid credentials and click login",
   *       expected_result: "User should be redirected to the dashboard",
   *       order: 2
   *     }
   *   ]
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  createStepGroup: (input: CreateStepGroupInput, options?: CallOptions) => Promise<CreateStepGroupResult>;

  /**
   * List step groups
   *
   * Lists the step groups of a project, without their steps. A filter that the service does not know is ignored, not
   * rejected (observed: mcp-probe).
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/step_groups`
   *
   * @example
   * await testsigma.listStepGroups({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listStepGroups: (input: ListStepGroupsInput, options?: CallOptions) => Promise<ListStepGroupsResult>;

  /**
   * Get a step group
   *
   * Reads one step group with its steps.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}/step_groups/{step_group_id}`
   *
   * @example
   * await testsigma.getStepGroup({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   step_group_id: "b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  getStepGroup: (input: GetStepGroupInput, options?: CallOptions) => Promise<GetStepGroupResult>;

  /**
   * Update a step group
   *
   * Changes a step group, and with it every test case that reuses it (inferred). Its steps are sent with `expected_result`
   * and returned with `expected_results`; they seem to replace all steps (inferred).
   *
   * Provenance: **documented**.
   *
   * `PUT /projects/{project_id}/step_groups/{step_group_id}`
   *
   * @example
   * await testsigma.updateStepGroup({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   step_group_id: "b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40",
   *   title: "Regression Test Step Group - 6",
   *   description: "Step group for regression test cases",
   *   label_ids: ["3ebf1ec4-f994-4f41-822a-01305e1f78c1"],
   *   steps: [
   *     {
   *       step_description: "Open the application and navigate to the login page",
   *       expected_result: "Login page should be displayed",
   *       order: 1
   *     },
   *     {
   *       step_description: "Enter valid credentials and click login updated",
   *       expected_result: "User should be redirected to the dashboard",
   *       order: 2
   *     }
   *   ]
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  updateStepGroup: (input: UpdateStepGroupInput, options?: CallOptions) => Promise<UpdateStepGroupResult>;

  /**
   * Delete a step group
   *
   * Deletes a step group permanently, as far as is known (inferred). What happens to the test cases that reuse it is not
   * documented.
   *
   * Provenance: **documented**.
   *
   * `DELETE /projects/{project_id}/step_groups/{step_group_id}`
   *
   * @example
   * await testsigma.deleteStepGroup({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   step_group_id: "b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  deleteStepGroup: (input: DeleteStepGroupInput, options?: CallOptions) => Promise<DeleteStepGroupResult>;

  /**
   * Create a project
   *
   * Creates a project.
   *
   * Not idempotent: sent twice, it can create two projects (inferred).
   *
   * Provenance: **documented**.
   *
   * `POST /projects`
   *
   * @example
   * await testsigma.createProject({
   *   name: "Health Care Project",
   *   description: "Regression suite for the patient portal",
   *   human_id_prefix: "HCP"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  createProject: (input: CreateProjectInput, options?: CallOptions) => Promise<CreateProjectResult>;

  /**
   * List projects
   *
   * Lists the projects. Find here the `project_id` of every other path. A filter that the service does not know is ignored,
   * not rejected (observed: mcp-probe); whether `name__CONTAINS`, which others send, filters is not recorded.
   *
   * Provenance: **documented**.
   *
   * `GET /projects`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listProjects: (input?: ListProjectsInput, options?: CallOptions) => Promise<ListProjectsResult>;

  /**
   * Get a project
   *
   * Reads one project.
   *
   * Provenance: **documented**.
   *
   * `GET /projects/{project_id}`
   *
   * @example
   * await testsigma.getProject({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  getProject: (input: GetProjectInput, options?: CallOptions) => Promise<GetProjectResult>;

  /**
   * Update a project
   *
   * Changes the name or the description of a project.
   *
   * Provenance: **documented**.
   *
   * `PUT /projects/{project_id}`
   *
   * @example
   * await testsigma.updateProject({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   name: "Health Care Project (Q2)",
   *   description: "Regression suite for the patient portal, second quarter"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  updateProject: (input: UpdateProjectInput, options?: CallOptions) => Promise<UpdateProjectResult>;

  /**
   * Delete a project
   *
   * Deletes a project permanently, as far as is known (inferred). What happens to its test cases, folders, step groups, runs
   * and plans is not documented: take it that they are deleted too (inferred). Read the project before.
   *
   * Provenance: **documented**.
   *
   * `DELETE /projects/{project_id}`
   *
   * @example
   * await testsigma.deleteProject({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5"
   * });
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  deleteProject: (input: DeleteProjectInput, options?: CallOptions) => Promise<DeleteProjectResult>;

  /**
   * List test run statuses
   *
   * Lists the results that a test case in a run can have; `updateTestRunCases` takes their `id`. The documentation shows
   * `Running` and `Completed`; one live account had `Passed`, `Failed`, `Blocked`, `Skipped`, `UnTested` and `In Progress`
   * (observed: mcp-e2e). Look a result up by its name.
   *
   * Provenance: **documented**.
   *
   * `GET /test_runs/statuses`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestRunStatuses: (input?: ListTestRunStatusesInput, options?: CallOptions) => Promise<ListTestRunStatusesResult>;

  /**
   * List test case statuses
   *
   * Lists the statuses that a test case can have; look up a `status_id` here by its name.
   * The documentation shows `Active` and `Draft`; one live account had `Draft` and `Ready` (observed: mcp-probe).
   *
   * Provenance: **documented**.
   *
   * `GET /test_cases/statuses`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestCaseStatuses: (input?: ListTestCaseStatusesInput, options?: CallOptions) => Promise<ListTestCaseStatusesResult>;

  /**
   * List test case types
   *
   * Lists the types that a test case can have; look up a `type_id` here by its name.
   * The documentation shows `Functional` and `Regression`.
   *
   * Provenance: **documented**.
   *
   * `GET /test_cases/types`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestCaseTypes: (input?: ListTestCaseTypesInput, options?: CallOptions) => Promise<ListTestCaseTypesResult>;

  /**
   * List test case priorities
   *
   * Lists the priorities that a test case can have; look up a `priority_id` here by its name.
   * The documentation shows `High` and `Medium`; one live account had `Major` and `Minor` (observed: mcp-probe).
   *
   * Provenance: **documented**.
   *
   * `GET /test_cases/priorities`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestCasePriorities: (input?: ListTestCasePrioritiesInput, options?: CallOptions) => Promise<ListTestCasePrioritiesResult>;

  /**
   * List test case automation types
   *
   * Lists the automation types that a test case can have; look up an `automation_type_id` here by name.
   * The documentation shows `Web Application` and `Mobile Web` here, and `Automated` or `Not Automated` for the app.
   *
   * Provenance: **documented**.
   *
   * `GET /test_cases/automation_types`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listTestCaseAutomationTypes: (input?: ListTestCaseAutomationTypesInput, options?: CallOptions) => Promise<ListTestCaseAutomationTypesResult>;

  /**
   * List users
   *
   * Lists the users of the organization, to find the identifier of an assignee, owner or reviewer by email. The `sub` claim
   * of an API key is none of them, and no endpoint tells whose key it is (observed: mcp-probe, mcp-notes).
   *
   * Provenance: **documented**.
   *
   * `GET /users`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listUsers: (input?: ListUsersInput, options?: CallOptions) => Promise<ListUsersResult>;

  /**
   * List labels
   *
   * Lists the labels of the organization: the only known way from the name of a label to the identifier that `label_ids`
   * takes. Not documented, and no endpoint that creates or changes labels is known.
   *
   * Provenance: **observed** (mcp-probe).
   *
   * `GET /labels`
   *
   * @throws {TestsigmaError} See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
   */
  listLabels: (input?: ListLabelsInput, options?: CallOptions) => Promise<ListLabelsResult>;
}
