import { ApiError, createClient } from "@testsigma-tms/client";
import { createFetch, createHttpClient } from "@testsigma-tms/client/http";
import type { CreateTestRunInput } from "@testsigma-tms/client/types";
import { validation } from "@testsigma-tms/client/validation";
import { createMockFetch, prefer, startMock } from "@testsigma-tms/mock";
import type { TestRun } from "@testsigma-tms/types";

const input: CreateTestRunInput = {
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  title: "Nightly regression",
  status: "ACTIVE",
  selection_type: "STATIC",
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
};
const mock = await startMock({ scenarios: { createTestRun: ["rate_limited", "created"] } });
const testsigma = createClient({ apiKey: "test-key", baseUrl: mock.url, headers: new Headers() });
const { data } = await testsigma.createTestRun(input, { headers: prefer("created") });
export const run: TestRun = data.test_run;
export const status = (error: unknown) => (error instanceof ApiError ? error.status : undefined);
await mock.close();

const inProcess = createClient({
  apiKey: "test-key",
  fetch: createMockFetch(),
  validation: validation({ onResponseMismatch: ({ message }) => console.warn(message) }),
});
const http = createHttpClient({ apiKey: "test-key", fetch: createMockFetch() });
export const answer = await http.POST("/projects/{project_id}/test_runs", {
  params: { path: { project_id: input.project_id } },
  body: input,
});

export const ownFetch: typeof fetch = createFetch({ apiKey: "test-key", fetch: createMockFetch() });

// A missing type would be `any`, which would accept all of these.
// @ts-expect-error: the title is missing
await inProcess.createTestRun({ ...input, title: undefined });
// @ts-expect-error: no such path
await http.GET("/nothing");
// @ts-expect-error: no such scenario
createMockFetch({ scenarios: { createTestRun: ["teapot"] } });
// @ts-expect-error: the id of a run is no number
export const id: number = run.id;
