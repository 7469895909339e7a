const { readFileSync } = require("node:fs");
const { createClient } = require("@testsigma-tms/client");
const { createHttpClient } = require("@testsigma-tms/client/http");
const { validation } = require("@testsigma-tms/client/validation");
const { createMockFetch, startMock } = require("@testsigma-tms/mock");
const openapi = require("@testsigma-tms/spec/openapi.json");
require("@testsigma-tms/types");

const input = {
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  title: "Nightly regression",
  status: "ACTIVE",
  selection_type: "DYNAMIC",
  static_selection_filters: [],
};

async function main() {
  const mock = await startMock();
  const inProcess = await createClient({
    apiKey: "test-key",
    fetch: createMockFetch(),
    validation: validation(),
  }).createTestRun(input);
  const overHttp = await createClient({ apiKey: "test-key", baseUrl: mock.url }).createTestRun(input);
  const http = createHttpClient({ apiKey: "test-key", baseUrl: mock.url });
  const path = { project_id: input.project_id };
  const { data: ofHttp } = await http.POST("/projects/{project_id}/test_runs", { params: { path }, body: input });
  await mock.close();

  const yaml = readFileSync(require.resolve("@testsigma-tms/spec/openapi.yaml"), "utf8");
  const runs = [inProcess, overHttp, ofHttp].map(({ data }) => data.test_run.human_id);
  console.log(JSON.stringify({ node: process.versions.node, runs, json: openapi.openapi, yaml: yaml.split("\n")[0] }));
}

main();
