import { type ClientOptions, createClient } from "@testsigma-tms/client";
import type { ReportingClient } from "../src/service/reporting-client.ts";
import { baseUrl } from "./fake-service.ts";

const paths: Record<string, [method: string, path: string]> = {
  listProjects: ["GET", "/projects"],
  listTestCases: ["GET", "/projects/{project_id}/test_cases"],
  getTestCase: ["GET", "/projects/{project_id}/test_cases/{test_case_id}"],
  listTestRuns: ["GET", "/projects/{project_id}/test_runs"],
  getTestRun: ["GET", "/projects/{project_id}/test_runs/{test_run_id}"],
  createTestRun: ["POST", "/projects/{project_id}/test_runs"],
  updateTestRun: ["PUT", "/projects/{project_id}/test_runs/{test_run_id}"],
  listTestRunCases: ["GET", "/projects/{project_id}/test_runs/{test_run_id}/test_cases"],
  updateTestRunCases: ["PUT", "/projects/{project_id}/test_runs/{test_run_id}/test_cases"],
  listTestRunStatuses: ["GET", "/test_runs/statuses"],
  listUsers: ["GET", "/users"],
  importJunitReport: ["POST", "/projects/{project_id}/junit-import/test-run/{test_run_id}"],
  getJunitImport: ["GET", "/projects/{project_id}/junit-imports/{import_id}/status"],
};

// biome-ignore lint/suspicious/noExplicitAny: stands in for methods that the client does not have yet.
type Any = any;

/** The client's methods on its own transport, until it has them. */
export function miniClient(
  fetch: typeof globalThis.fetch,
  options: ClientOptions = { apiKey: "eyJtest.key" },
): ReportingClient {
  const http: Any = createClient({ baseUrl, fetch: fetch as Any, maxRetries: 0, ...options }).http;
  const methods = Object.fromEntries(
    Object.entries(paths).map(([name, [method, path]]) => [
      name,
      async (input: Record<string, Any>, options: { query?: object } = {}) => {
        const { page_size, page, ...rest } = input;
        const form = new FormData();
        for (const [part, value] of Object.entries(rest)) if (!path.includes(`{${part}}`)) form.append(part, value);
        const isForm = ["updateTestRunCases", "importJunitReport"].includes(name);
        const { data, error, response } = await http[method](path, {
          params: { path: input, query: { page_size, page, ...options.query } },
          ...(method !== "GET" && {
            body: isForm ? form : rest,
            ...(isForm && { bodySerializer: (body: Any) => body }),
          }),
        });
        if (response.ok) return data;
        const outcome = response.status < 500 ? "rejected" : "unknown";
        throw Object.assign(new Error(`${name}: ${error.message}`), { status: response.status, body: error, outcome });
      },
    ]),
  );
  return {
    ...methods,
    async *paginate(list: Any, input: object, options?: object) {
      for (let page = 1; ; page++) {
        const { data, page_info } = await list({ ...input, page }, options);
        yield* Array.isArray(data) ? data : (Object.values(data)[0] as Any[]);
        if (!page_info?.next) return;
      }
    },
  } as Any;
}
