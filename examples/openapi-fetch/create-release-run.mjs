// Creates the test run of a release of Kestrel Bikes with openapi-fetch, and lists the runs of the project:
//
//   TESTSIGMA_API_KEY=… TESTSIGMA_PROJECT_ID=… node create-release-run.mjs v1.4.0
import { realpathSync } from "node:fs";
import { createHttpClient } from "@testsigma-tms/client/http";

/** Creates the run. A status that is not successful is not thrown: `error` is then the body of the response. */
export async function createReleaseRun(api, { projectId, version }) {
  const { data, error, response } = await api.POST("/projects/{project_id}/test_runs", {
    params: { path: { project_id: projectId } },
    body: {
      project_id: projectId,
      title: `Release ${version}`,
      status: "ACTIVE",
      selection_type: "DYNAMIC",
      static_selection_filters: [],
    },
  });
  if (error) throw new Error(`The run of ${version} was rejected (${response.status}): ${error.message}`);
  return data.data.test_run;
}

/** Returns the titles of the project's first runs. */
export async function listTitles(api, projectId) {
  const { data } = await api.GET("/projects/{project_id}/test_runs", {
    params: { path: { project_id: projectId }, query: { page_size: 10 } },
  });
  return data?.data.test_runs.map(({ title }) => title) ?? [];
}

async function main(version) {
  const projectId = process.env.TESTSIGMA_PROJECT_ID;
  const api = createHttpClient();
  // Middleware is openapi-fetch's own: this one says what each call took.
  api.use({ onResponse: ({ request, response }) => console.error(request.method, response.status) });
  const run = await createReleaseRun(api, { projectId, version });
  console.log(`Created ${run.human_id}: ${run.title}`);
  for (const title of await listTitles(api, projectId)) console.log(`- ${title}`);
}

// Whether Node runs this file, and not a test that imports it.
if (import.meta.filename === realpathSync(process.argv[1])) {
  await main(process.argv[2] ?? "v0.0.0").catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
