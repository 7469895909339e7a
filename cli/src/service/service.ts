import { type CallOptions, findProject, paginate, type TestsigmaClient } from "@testsigma-tms/client";
import type { components } from "@testsigma-tms/client/types";
import { isAboutInput, UploadError } from "../errors.js";
import { createListAll } from "./list-all.js";

type Schemas = components["schemas"];

/** The part of the API that reporting needs. Every failure has an `outcome`. */
export type Service = ReturnType<typeof createService>;
export type Project = ReturnType<typeof projectOf>;
export type Run = ReturnType<typeof runOf>;
export type TestCase = ReturnType<typeof testCaseOf>;
/** A test case inside a run, with its result. */
export type RunCase = ReturnType<typeof runCaseOf>;

/** A result that a test case can have in a run. */
export type ResultStatus = { readonly id: string; readonly name: string };

/** The ids of a run and of its project. */
export interface RunKey {
  readonly projectId: string;
  readonly runId: string;
}

export interface NewRun {
  readonly projectId: string;
  readonly title: string;
  readonly description: string;
  /** UUIDs of its test cases, or `all` for every test case of the project. */
  readonly cases: readonly string[] | "all";
  readonly planId?: string | undefined;
  readonly labels: readonly string[];
}

/** The result to set for one test case. */
export interface ResultRow {
  readonly testCaseId: string;
  readonly statusId: string;
  readonly userId?: string | undefined;
  readonly description: string;
}

/** The timeout for results without files, whose form takes no longer than JSON would. */
const resultsTimeoutMs = 30_000;

/**
 * Adapts the client's methods to what reporting needs, in one shape for both the documented and the observed responses.
 *
 * @param call the options of every call
 */
export function createService(client: TestsigmaClient, call: Pick<CallOptions, "signal"> = {}) {
  const listAll = createListAll(call);
  const keyOf = ({ projectId, runId }: RunKey) => ({ project_id: projectId, test_run_id: runId });
  return {
    /** Finds a project by its UUID, prefix or name. */
    async findProject(name: string) {
      return projectOf(await findProject(client, name, call));
    },
    async *listProjects() {
      for await (const project of listAll(client.listProjects, {})) yield projectOf(project);
    },
    async *listTestCases(projectId: string) {
      for await (const testCase of listAll(client.listTestCases, { project_id: projectId })) yield testCaseOf(testCase);
    },
    /** Finds a test case by UUID or human id; resolves to `undefined` if there is none. */
    async findTestCase(projectId: string, id: string) {
      try {
        const { data } = await client.getTestCase({ project_id: projectId, test_case_id: id }, call);
        return testCaseOf(data.test_case);
      } catch (error) {
        if (isAboutInput(error)) return undefined;
        throw error;
      }
    },
    async *listRuns(projectId: string, search?: string) {
      const query = search ? { search } : {};
      for await (const run of listAll(client.listTestRuns, { project_id: projectId }, query)) yield runOf(run);
    },
    async getRun(key: RunKey) {
      return runOf((await client.getTestRun(keyOf(key), call)).data.test_run);
    },
    async createRun({ projectId, title, description, cases, planId, labels }: NewRun) {
      const selection =
        cases === "all"
          ? { selection_type: "DYNAMIC" as const, static_selection_filters: [], dynamic_selection_filters: [] }
          : {
              selection_type: "STATIC" as const,
              static_selection_filters: [{ field: "id" as const, operator: "IN" as const, values: cases }],
            };
      const run = {
        project_id: projectId,
        title,
        description,
        status: "ACTIVE" as const,
        ...selection,
        ...(planId && { test_plan_id: planId }),
        ...(labels.length > 0 && { label_names: labels }),
      };
      const created = runOf((await client.createTestRun(run, call)).data.test_run);
      if (!created.id) throw new UploadError("the service created a run without an id", { outcome: "unknown" });
      return created;
    },
    async closeRun(key: RunKey) {
      return runOf((await client.updateTestRun({ ...keyOf(key), status: "CLOSED" }, call)).data.test_run);
    },
    async *listRunCases(key: RunKey) {
      for await (const runCase of listAll(client.listTestRunCases, keyOf(key))) yield runCaseOf(runCase);
    },
    async setResults(key: RunKey, rows: readonly ResultRow[]) {
      const options = { ...call, timeout: resultsTimeoutMs };
      await client.updateTestRunCases({ ...keyOf(key), data: resultsJson(rows) }, options);
    },
    async attachFiles(key: RunKey, row: ResultRow, files: readonly File[]) {
      const parts = Object.fromEntries(files.map((file, index) => [`attachments_0_${index}`, file]));
      await client.updateTestRunCases({ ...keyOf(key), data: resultsJson([row]), ...parts }, call);
    },
    /** Lists the results that a test case can have in a run; each organization can have others. */
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

/** Converts a project. Its prefix, such as `DEMO`, begins its human ids. */
function projectOf({ id, name, human_id_prefix }: Schemas["Project"]) {
  return { id, name, prefix: human_id_prefix ?? "" };
}

function testCaseOf({ id, human_id, title }: Schemas["TestCase"]) {
  return { id, humanId: human_id ?? id, title: title ?? "" };
}

/** Converts a run. Its `name` is documented for reads, but the live service sends `title` (observed). */
function runOf({ id, human_id, title, name, status, test_cases_count, created_at }: Schemas["TestRun"]) {
  return {
    id,
    humanId: human_id,
    title: title ?? name ?? "",
    status,
    caseCount: test_cases_count,
    createdAt: created_at,
  };
}

/** Converts a test case of a run. Its id is in `test_case.id` (observed) or in `id` (documented). */
function runCaseOf({ id, name, status, status_id, test_case }: Schemas["RunCase"]) {
  return {
    testCaseId: test_case?.id ?? id,
    humanId: test_case?.human_id,
    title: test_case?.title ?? name ?? "",
    statusId: status_id || undefined,
    statusName: status,
  };
}
