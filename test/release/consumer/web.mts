import { createClient } from "@testsigma-tms/client";
import { validation } from "@testsigma-tms/client/validation";
import { createMockFetch } from "@testsigma-tms/mock";
import type { CreateTestRunBody, TestRun } from "@testsigma-tms/types";

const testsigma = createClient({
  apiKey: "test-key",
  headers: { "X-Team": "kestrel" },
  validation: validation(),
  fetch: createMockFetch({ state: true }),
});

export async function createTestRun(body: CreateTestRunBody, signal: AbortSignal): Promise<TestRun> {
  const { data } = await testsigma.createTestRun(body, { signal });
  return data.test_run;
}

// @ts-expect-error: no such operation
export const missing = testsigma.createTestRuns;
