import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createClient } from "@testsigma-tms/client";
import { createClient as createClientOf, createTestRun } from "@testsigma-tms/client/operations";
import { validation } from "@testsigma-tms/client/validation";
import { createMockFetch, startMock } from "@testsigma-tms/mock";
import openapi from "@testsigma-tms/spec/openapi.json" with { type: "json" };
import "@testsigma-tms/types";

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
const operations = { createTestRun };
const ofOne = await createClientOf({ operations, apiKey: "test-key", baseUrl: mock.url }).createTestRun(input);
await mock.close();

const yaml = readFileSync(fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.yaml")), "utf8");
const runs = [inProcess, overHttp, ofOne].map(({ data }) => data.test_run.human_id);
console.log(JSON.stringify({ node: process.versions.node, runs, json: openapi.openapi, yaml: yaml.split("\n")[0] }));
