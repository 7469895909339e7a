import createClient from "openapi-fetch";

export function connect({ baseUrl, fetch }) {
  const client = createClient({ baseUrl, fetch, headers: { authorization: "Bearer any-key" } });
  return {
    async create(body) {
      const path = { project_id: body.project_id };
      const { data } = await client.POST("/projects/{project_id}/test_runs", { params: { path }, body });
      return data.data.test_run.human_id;
    },
    async get(path) {
      const { data } = await client.GET("/projects/{project_id}/test_runs/{test_run_id}", { params: { path } });
      return data.data.test_run.human_id;
    },
  };
}
