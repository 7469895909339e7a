import { createClient } from "@testsigma-tms/client";
import type { TestRun } from "@testsigma-tms/types";

import mock = require("@testsigma-tms/mock");
import openapi = require("@testsigma-tms/spec/openapi.json");

const testsigma = createClient({ apiKey: "test-key", fetch: mock.createMockFetch() });

export async function createTestRun(project_id: string, title: string): Promise<TestRun> {
  const { data } = await testsigma.createTestRun({
    project_id,
    title,
    status: "ACTIVE",
    selection_type: "DYNAMIC",
    static_selection_filters: [],
  });
  return data.test_run;
}

export const version: string = openapi.openapi;
// @ts-expect-error: no such export
export const missing = mock.stopMock;
