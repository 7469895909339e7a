import { type CallOptions, type components, paginate, type TestsigmaClient } from "@testsigma-tms/client";
import { listAll, type Paging } from "./list-all.js";
import {
  isAboutInput,
  pageSize,
  type ResultRow,
  type ResultStatus,
  type Run,
  type RunCase,
  type Service,
  type TestCase,
} from "./service.js";

type Schemas = components["schemas"];

/** The timeout for results without files, whose form takes no longer than JSON would. */
const resultsTimeoutMs = 30_000;

/** Adapts the client's methods to what reporting needs. @param call the options of every call */
export function createService(client: TestsigmaClient, call: Pick<CallOptions, "signal"> = {}): Service {
  const paging: Paging = { pageSize };
  const listing = { call, paging };
  return {
    async *listProjects() {
      for await (const { id, name, human_id_prefix } of listAll(
        client.listProjects,
        {},
        { ...listing, itemsOf: ({ data }) => data.projects },
      )) {
        yield { id, name, prefix: human_id_prefix ?? "" };
      }
    },
    async *listTestCases(projectId) {
      const itemsOf = ({ data }: Schemas["TestCasePage"]) => data.test_cases;
      const testCases = listAll(client.listTestCases, { project_id: projectId }, { ...listing, itemsOf });
      for await (const testCase of testCases) yield testCaseOf(testCase);
    },
    async findTestCase(projectId, id) {
      try {
        const { data } = await client.getTestCase({ project_id: projectId, test_case_id: id }, call);
        return testCaseOf(data.test_case);
      } catch (error) {
        if (isAboutInput(error)) return undefined;
        throw error;
      }
    },
    async *listRuns(projectId, search) {
      const itemsOf = ({ data }: Schemas["TestRunPage"]) => data.test_runs;
      const options = { ...listing, ...(search && { query: { search } }), itemsOf };
      for await (const run of listAll(client.listTestRuns, { project_id: projectId }, options)) yield runOf(run);
    },
    async getRun({ projectId, runId }) {
      const { data } = await client.getTestRun({ project_id: projectId, test_run_id: runId }, call);
      return runOf(data.test_run);
    },
    async createRun({ projectId, title, description, cases, planId, labels = [] }) {
      const run: Parameters<typeof client.createTestRun>[0] = {
        project_id: projectId,
        title,
        description,
        status: "ACTIVE",
        ...(cases === "all"
          ? { selection_type: "DYNAMIC", static_selection_filters: [], dynamic_selection_filters: [] }
          : {
              selection_type: "STATIC",
              static_selection_filters: [{ field: "id", operator: "IN", values: [...cases] }],
            }),
        ...(planId && { test_plan_id: planId }),
        ...(labels.length > 0 && { label_names: [...labels] }),
      };
      const { data } = await client.createTestRun(run, call);
      return runOf(data.test_run);
    },
    async closeRun({ projectId, runId }) {
      await client.updateTestRun({ project_id: projectId, test_run_id: runId, status: "CLOSED" }, call);
    },
    async *listRunCases({ projectId, runId }) {
      const input = { project_id: projectId, test_run_id: runId };
      const itemsOf = ({ data }: Schemas["RunCasePage"]) => data.test_run_cases ?? data.test_cases ?? [];
      for await (const runCase of listAll(client.listTestRunCases, input, { ...listing, itemsOf })) {
        yield runCaseOf(runCase);
      }
    },
    async setResults({ projectId, runId }, rows) {
      await client.updateTestRunCases(
        { project_id: projectId, test_run_id: runId, data: resultsJson(rows) },
        { ...call, timeout: resultsTimeoutMs },
      );
    },
    async attachFiles({ projectId, runId }, row, files) {
      const parts = Object.fromEntries(
        files.map(({ name, content }, index) => [
          `attachments_0_${index}`,
          new File([content], name, { type: content.type }),
        ]),
      );
      await client.updateTestRunCases(
        {
          project_id: projectId,
          test_run_id: runId,
          data: resultsJson([row]),
          ...parts,
        },
        call,
      );
    },
    async listStatuses() {
      const statuses: ResultStatus[] = [];
      for await (const { id, name } of paginate(client.listTestRunStatuses, {}, call)) statuses.push({ id, name });
      return statuses;
    },
    async *listUsers() {
      for await (const { id, email, status } of paginate(client.listUsers, {}, call)) {
        yield { id, email, isActive: status?.toLowerCase() === "active" };
      }
    },
  };
}

/** Returns results as JSON, which the live service accepts in a part of a form (observed). */
function resultsJson(rows: readonly ResultRow[]): string {
  return JSON.stringify({
    test_run_cases: rows.map(({ testCaseId, statusId, userId, description }) => ({
      test_case_id: testCaseId,
      test_run_status_id: statusId,
      user_id: userId,
      description,
    })),
  });
}

function testCaseOf({ id, human_id, title }: Schemas["TestCase"]): TestCase {
  return { id, humanId: human_id ?? id, title: title ?? "" };
}

/** Converts a run. Its `name` is documented for reads, but the live service sends `title` (observed). */
function runOf({ id, human_id, title, name, status, test_cases_count }: Schemas["TestRun"]): Run {
  return { id, humanId: human_id, title: title ?? name ?? "", status, caseCount: test_cases_count };
}

/** Converts a test case of a run. Its id is in `test_case.id` (observed) or in `id` (documented). */
function runCaseOf({ id, name, status, status_id, test_case }: Schemas["RunCase"]): RunCase {
  return {
    testCaseId: test_case?.id ?? id,
    humanId: test_case?.human_id,
    title: test_case?.title ?? name ?? "",
    statusId: status_id || undefined,
    statusName: status,
  };
}
