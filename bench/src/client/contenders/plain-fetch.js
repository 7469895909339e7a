/** Calls the API like a script without any library. */
export function connect({ baseUrl, fetch = globalThis.fetch }) {
  const headers = { authorization: "Bearer any-key" };
  const read = async (response) => {
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()).data.test_run.human_id;
  };
  return {
    create: async (body) =>
      read(
        await fetch(`${baseUrl}/projects/${encodeURIComponent(body.project_id)}/test_runs`, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      ),
    get: async ({ project_id, test_run_id }) =>
      read(
        await fetch(
          `${baseUrl}/projects/${encodeURIComponent(project_id)}/test_runs/${encodeURIComponent(test_run_id)}`,
          { headers },
        ),
      ),
  };
}
