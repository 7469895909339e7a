import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startMock } from "@testsigma-tms/mock";
import { expect, it } from "vitest";

const require = createRequire(import.meta.url);
const redocly = join(dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js");
const workflow = fileURLToPath(new URL("../../../../spec/workflows/create-a-test-run.arazzo.yaml", import.meta.url));
const input = {
  api_key: "eyJhbGciOiJub25lIn0.made-up-key",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  title: "Nightly regression 2026-11-23",
};

/** Runs the workflow as the README says; resolves to what `redocly respect` printed, also where a check fails. */
async function respect(server: string): Promise<string> {
  const { PATH } = process.env;
  const env = { PATH, NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(input) };
  const args = [redocly, "respect", workflow, "--server", `testsigma=${server}`, "--verbose"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env }).catch((failed) => failed);
  return stdout + stderr;
}

it("the workflow create-a-test-run passes every check against the mock", async () => {
  await using mock = await startMock();
  const printed = await respect(`${mock.url}/api/v1`);

  expect(printed).toContain("Steps: 3 passed, 3 total");
  expect(printed).toContain("Checks: 14 passed, 14 total");
  expect(printed).not.toContain(input.api_key);
}, 30_000);

it("the workflow fails at a service that creates nothing", async () => {
  await using mock = await startMock({ scenarios: { createTestRun: ["internal_error"] } });
  const printed = await respect(`${mock.url}/api/v1`);

  expect(printed).toContain("✗ success criteria check - $statusCode == 200");
  expect(printed).toContain("Steps: 2 passed, 1 failed, 3 total");
}, 30_000);
