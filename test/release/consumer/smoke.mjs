// Uses every package, loaded by `import` or, with the argument "require", by `require()`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const load = async (name) => (process.argv[2] === "require" ? require(name) : import(name));
const { createClient, findProject, pace } = await load("@testsigma-tms/client");
const { createHttpClient } = await load("@testsigma-tms/client/http");
const { validation } = await load("@testsigma-tms/client/validation");
const { createMockFetch, startMock } = await load("@testsigma-tms/mock");
await load("@testsigma-tms/client/types");
await load("@testsigma-tms/types");

const input = {
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  title: "Nightly regression",
  status: "ACTIVE",
  selection_type: "DYNAMIC",
  static_selection_filters: [],
};
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

// A wrapped method lists too.
const testsigma = createClient({ apiKey: "test-key", fetch: createMockFetch(), beforeAttempt: pace({ perSecond: 8 }) });
const project = await findProject({ listProjects: (...args) => testsigma.listProjects(...args) }, "HCP");
if (project.human_id_prefix !== "HCP") throw new Error(`found the project ${project.name}`);

const yaml = readFileSync(require.resolve("@testsigma-tms/spec/openapi.yaml"), "utf8");
const runs = [inProcess, overHttp, ofHttp].map(({ data }) => data.test_run.human_id);
const { openapi } = require("@testsigma-tms/spec/openapi.json");
console.log(JSON.stringify({ node: process.versions.node, runs, json: openapi, yaml: yaml.split("\n")[0] }));
