import { readSpec } from "@testsigma-tms/spec/reader";
import { createHttpClient } from "../../../packages/client/dist/http.js";
import { createClient } from "../../../packages/client/dist/index.js";
import type { CreateTestRunInput } from "../../../packages/client/dist/types.js";
import type { Served } from "./serve.ts";

export function addressesOf({ mock, prism, docs }: Served): string {
  // Tells the forms in the docs where the mock is, unless it is where they expect it.
  const query = mock && new URL(mock.url).port !== "4010" ? `/?mock=${encodeURIComponent(mock.url)}` : "";
  return [
    mock && `  Mock   ${mock.url}`,
    prism && `  Prism  ${prism.url}`,
    docs && `  Docs   ${docs.url}${query}\n  Redoc  ${docs.url}/redoc.html`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** Creates today's test run on the mock, and returns what to try on the servers. */
export async function welcome({ mock, prism }: Served): Promise<string> {
  return [mock && (await createAndList(mock.url)), prism && onPrism(prism.url)].filter(Boolean).join("\n\n");
}

async function createAndList(baseUrl: string): Promise<string> {
  const options = { apiKey: "any-key", baseUrl };
  const example = exampleOf("regression_suite", "Nightly regression");
  const { data } = await createClient(options).createTestRun(example);
  const { human_id, id, title, status, project_id } = data.test_run;
  const path = { project_id: example.project_id };
  const list = await createHttpClient(options).GET("/projects/{project_id}/test_runs", { params: { path } });
  return `The client created a test run on the mock, and openapi-fetch lists ${list.data?.data.test_runs.length}:

  human_id   ${human_id}
  id         ${id}
  title      ${title}
  status     ${status}

Create one yourself, with any key (the key "invalid" is rejected):

${curlLine(baseUrl)}

The mock remembers it: a second run with that title is rejected, and the list has the new run too:

curl --fail-with-body ${baseUrl}/projects/${project_id}/test_runs -H 'Authorization: Bearer any-key'`;
}

const onPrism = (url: string) => `Prism responds to this request with the documented example:

${curlLine(url)}`;

/** Returns a command with the spec's smallest request, in one line, so that it can be copied as a whole. */
function curlLine(url: string): string {
  const input = exampleOf("smallest", "Smoke test");
  const address = `${url}/projects/${input.project_id}/test_runs`;
  const headers = "-H 'Authorization: Bearer any-key' -H 'Content-Type: application/json'";
  const body = JSON.stringify(input).replaceAll("'", String.raw`'\''`);
  return `curl --fail-with-body ${address} ${headers} -d '${body}'`;
}

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const createTestRun = operations.find(({ id }) => id === "createTestRun");

/** Returns the spec's named request example of `createTestRun` with a unique title, which ends in today's date. */
function exampleOf(name: string, title: string): CreateTestRunInput {
  const value = createTestRun?.requestBody?.content[0]?.examples[name]?.value as CreateTestRunInput | undefined;
  if (!value) throw new Error(`createTestRun has no request example named ${name}.`);
  return { ...value, title: `${title} ${new Date().toISOString().slice(0, 10)}` };
}
