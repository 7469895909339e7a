import { createHttpClient } from "@testsigma-tms/client/http";

export function connect({ baseUrl, fetch }) {
  const http = createHttpClient({ apiKey: "any-key", baseUrl, fetch });
  return {
    async create(body) {
      const path = { project_id: body.project_id };
      const { data } = await http.POST("/projects/{project_id}/test_runs", { params: { path }, body });
      return data.data.test_run.human_id;
    },
    async get(path) {
      const { data } = await http.GET("/projects/{project_id}/test_runs/{test_run_id}", { params: { path } });
      return data.data.test_run.human_id;
    },
  };
}
