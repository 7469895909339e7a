import { createClient } from "@testsigma-tms/client";

export function connect({ baseUrl, fetch }) {
  const testsigma = createClient({ apiKey: "any-key", baseUrl, fetch });
  return {
    create: async (body) => (await testsigma.createTestRun(body)).data.test_run.human_id,
    get: async (ids) => (await testsigma.getTestRun(ids)).data.test_run.human_id,
  };
}
