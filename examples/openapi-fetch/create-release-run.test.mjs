import assert from "node:assert/strict";
import { test } from "node:test";
import { createHttpClient } from "@testsigma-tms/client/http";
import { createMockFetch } from "@testsigma-tms/mock";
import { createReleaseRun, listTitles } from "./create-release-run.mjs";

const projectId = "c47ade67-0543-4582-a4a5-b7de447c94f5";

/** Returns a client of the mock in this process, which remembers what is sent. */
function connect(options) {
  const mock = createMockFetch({ state: true, ...options });
  return { mock, api: createHttpClient({ apiKey: "test-key", fetch: mock }) };
}

test("creates the run of the release, which the list then has", async () => {
  const { api } = connect();

  const run = await createReleaseRun(api, { projectId, version: "v1.4.0" });

  assert.equal(run.title, "Release v1.4.0");
  assert.ok((await listTitles(api, projectId)).includes("Release v1.4.0"));
});

test("says why a second run of the release is rejected", async () => {
  const { api } = connect();
  await createReleaseRun(api, { projectId, version: "v1.4.0" });

  await assert.rejects(
    createReleaseRun(api, { projectId, version: "v1.4.0" }),
    /rejected \(400\): .*title already exists/,
  );
});

test("waits for the rate limit and creates one run", async () => {
  const { api, mock } = connect({ scenarios: { createTestRun: ["rate_limited"] } });

  await createReleaseRun(api, { projectId, version: "v1.4.0" });

  assert.deepEqual(
    mock.requests.map(({ status }) => status),
    [500, 200],
  );
});
