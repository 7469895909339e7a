import { request } from "@octokit/request";

export function connect({ baseUrl, fetch = globalThis.fetch }) {
  const api = request.defaults({ baseUrl, headers: { authorization: "Bearer any-key" }, request: { fetch } });
  return {
    async create(body) {
      // The body is passed as `data`, because octokit removes properties from the body that are path parameters too.
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
