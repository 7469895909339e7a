import { request } from "@octokit/request";

export function connect({ baseUrl, fetch = globalThis.fetch }) {
  const api = request.defaults({ baseUrl, headers: { authorization: "Bearer any-key" }, request: { fetch } });
  return {
    async create(body) {
      // Beside the path's parameters, because a name is taken out of the body where the path has it too.
      const options = { project_id: body.project_id, data: body };
      const { data } = await api("POST /projects/{project_id}/test_runs", options);
      return data.data.test_run.human_id;
    },
    async get(ids) {
      const { data } = await api("GET /projects/{project_id}/test_runs/{test_run_id}", ids);
      return data.data.test_run.human_id;
    },
  };
}
