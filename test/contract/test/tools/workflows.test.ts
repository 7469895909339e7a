import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMock } from "@testsigma-tms/mock";
import { x } from "tinyexec";
import { expect, it } from "vitest";

const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
const folder = fileURLToPath(new URL("../../../../spec/workflows/", import.meta.url));
const workflows = (await readdir(folder)).filter((file) => file.endsWith(".arazzo.yaml"));

/** The inputs of the workflows. */
const input = {
  api_key: "eyJhbGciOiJub25lIn0.made-up-key",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  test_case_id: "9ac271b6-4e89-4c93-8c75-2d625efa0b2d",
  title: "Nightly regression 2026-11-23",
};

/** Runs a workflow as the README says; resolves to the output of `redocly respect`, even if a check fails. */
async function respect(workflow: string, server: string): Promise<string> {
  const env = { NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(input) };
  const args = [redocly, "respect", join(folder, workflow), "--server", `testsigma=${server}`, "--verbose"];
  const { stdout, stderr } = await x(process.execPath, args, { nodeOptions: { env } });
  return stdout + stderr;
}

it.each(workflows)(
  "the workflow %s passes every check against a mock with memory",
  async (workflow) => {
    await using mock = await startMock({ state: true });
    const printed = await respect(workflow, new URL("/api/v1", mock.url).href);

    // Checks that failed before a step was retried do not count.
    expect(printed).toContain("Workflows: 1 passed, 1 total");
    expect(printed).toMatch(/Checks: (\d{2}) passed, \1 total/);
    expect(printed).not.toContain(input.api_key);
  },
  60_000,
);

it("a workflow fails at a service that creates nothing", async () => {
  await using mock = await startMock({ scenarios: { createTestRun: ["internal_error"] } });
  const printed = await respect("create-a-test-run.arazzo.yaml", new URL("/api/v1", mock.url).href);

  expect(printed).toContain("✗ success criteria check - $statusCode == 200");
  expect(printed).toContain("Steps: 2 passed, 1 failed, 3 total");
}, 60_000);
