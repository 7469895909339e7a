import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startMock } from "@testsigma-tms/mock";

const script = fileURLToPath(new URL("create-nightly-run.mjs", import.meta.url));

/** Runs the script as CI does, but against the mock. */
function runScript(mock, apiKey = "test-key") {
  const env = {
    ...process.env,
    TESTSIGMA_BASE_URL: mock.url,
    TESTSIGMA_API_KEY: apiKey,
    TESTSIGMA_PROJECT_ID: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { env }, (error, stdout, stderr) => {
      resolve({ exitCode: error?.code ?? 0, stdout, stderr });
    });
  });
}

test("creates the run of the night and says so", async (t) => {
  // With state, the mock remembers what is sent, instead of responding with the documented example.
  const mock = await startMock({ state: true });
  t.after(() => mock.close());

  const { exitCode, stdout } = await runScript(mock);

  assert.match(stdout, /^Created \S+: Nightly smoke test \d{4}-\d\d-\d\d\n$/);
  assert.equal(exitCode, 0);
  assert.deepEqual(mock.requests[0].body.label_names, ["Nightly"]);
});

test("succeeds where the run exists already", async (t) => {
  const mock = await startMock({ scenarios: { createTestRun: ["duplicate_title"] } });
  t.after(() => mock.close());

  const { exitCode, stdout } = await runScript(mock);

  assert.match(stdout, /exists already/);
  assert.equal(exitCode, 0);
});

test("waits for the rate limit, tells the log, and tries again", async (t) => {
  const mock = await startMock({ scenarios: { createTestRun: ["rate_limited"] } });
  t.after(() => mock.close());

  const { exitCode, stderr } = await runScript(mock);

  assert.match(stderr, /^Trying again in \d+ ms/);
  assert.equal(exitCode, 0);
  assert.deepEqual(
    mock.requests.map(({ status }) => status),
    [500, 200],
  );
});

test("does not try again after an internal error, which may have created the run", async (t) => {
  const mock = await startMock({ scenarios: { createTestRun: ["internal_error"] } });
  t.after(() => mock.close());

  const { exitCode, stderr } = await runScript(mock);

  assert.match(stderr, /may have been executed/);
  assert.equal(exitCode, 1);
  assert.equal(mock.requests.length, 1);
});

test("fails with a rejected API key and does not print it", async (t) => {
  const mock = await startMock();
  t.after(() => mock.close());

  // The mock rejects this key and accepts every other.
  const { exitCode, stderr } = await runScript(mock, "invalid");

  assert.match(stderr, /401/);
  assert.equal(exitCode, 1);
});
