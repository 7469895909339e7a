import { createTestRun, getTestRun } from "orval-client";
import { configure } from "./orval-fetch.js";

// The generated functions share one `fetch`.
export function connect({ baseUrl, fetch = globalThis.fetch }) {
  configure({ baseUrl, fetch });
  return {
    create: async (body) => (await createTestRun(body.project_id, body)).data.data.test_run.human_id,
    get: async ({ project_id, test_run_id }) => (await getTestRun(project_id, test_run_id)).data.data.test_run.human_id,
  };
}
