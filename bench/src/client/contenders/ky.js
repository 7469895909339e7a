import ky from "ky";

export function connect({ baseUrl, fetch }) {
  const api = ky.create({ headers: { authorization: "Bearer any-key" }, ...(fetch && { fetch }) });
  const pathOf = (id) => `${baseUrl}/projects/${encodeURIComponent(id)}/test_runs`;
  return {
    create: async (body) => (await api.post(pathOf(body.project_id), { json: body }).json()).data.test_run.human_id,
    get: async ({ project_id, test_run_id }) =>
      (await api.get(`${pathOf(project_id)}/${encodeURIComponent(test_run_id)}`).json()).data.test_run.human_id,
  };
}
