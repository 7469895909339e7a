import { configure, createTestRun, getTestRun } from "redocly-client";

// The generated functions share one client, which keeps settings that are not overwritten.
export function connect({ baseUrl, fetch = globalThis.fetch }) {
  configure({ serverUrl: baseUrl, auth: { bearer: "any-key" }, fetch });
  return {
    create: async (body) =>
      (await createTestRun({ path: { project_id: body.project_id }, body })).data.test_run.human_id,
    get: async (path) => (await getTestRun({ path })).data.test_run.human_id,
  };
}
