import { client } from "hey-api-client/client.gen";
import { createTestRun, getTestRun } from "hey-api-client/sdk.gen";

// The generated functions share one client, which keeps settings that are not overwritten.
export function connect({ baseUrl, fetch = globalThis.fetch }) {
  client.setConfig({ baseUrl, auth: "any-key", throwOnError: true, fetch });
  return {
    create: async (body) =>
      (await createTestRun({ path: { project_id: body.project_id }, body })).data.data.test_run.human_id,
    get: async (path) => (await getTestRun({ path })).data.data.test_run.human_id,
  };
}
