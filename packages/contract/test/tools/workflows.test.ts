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

/** What the workflows take. */
const input = {
  api_key: "eyJhbGciOiJub25lIn0.made-up-key",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  test_case_id: "9ac271b6-4e89-4c93-8c75-2d625efa0b2d",
  title: "Nightly regression 2026-11-23",
};

/** The checks that only a mock which remembers what it was sent can pass. */
const needMemory: Record<string, string[]> = {
  "report-a-run.arazzo.yaml": ["success criteria check - $response.body#/data/test_run/status == 'CLOSED'"],
};

/** Runs a workflow as the README says; resolves to what `redocly respect` printed, also where a check fails. */
async function respect(workflow: string, server: string): Promise<string> {
  const env = { NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(input) };
  const args = [redocly, "respect", join(folder, workflow), "--server", `testsigma=${server}`, "--verbose"];
  const { stdout, stderr } = await x(process.execPath, args, { nodeOptions: { env } });
  return stdout + stderr;
}

/** The checks that passed, or that failed. Redocly indents with spaces that do not break, and lists failures twice. */
const checksOf = (printed: string, mark: "✓" | "✗") =>
  [...printed.matchAll(new RegExp(`^\\s+${mark} (.* check(?: - .*)?)$`, "gm"))].map(([, check]) => check);

it.each(workflows)(
  "the workflow %s passes every check against the mock",
  async (workflow) => {
    await using mock = await startMock();
    const printed = await respect(workflow, new URL("/api/v1", mock.url).href);

    const waiting = needMemory[workflow] ?? [];
    if (waiting.length > 0) console.warn(`WAITS for a mock with memory, in ${workflow}: ${waiting.join("; ")}`);
    expect(checksOf(printed, "✗")).toEqual(waiting);
    expect(checksOf(printed, "✓").length).toBeGreaterThan(10);
    expect(printed).not.toContain(input.api_key);
  },
  60_000,
);

it("a workflow fails at a service that creates nothing", async () => {
  await using mock = await startMock({ scenarios: { createTestRun: ["internal_error"] } });
  const printed = await respect("create-a-test-run.arazzo.yaml", new URL("/api/v1", mock.url).href);

  expect(checksOf(printed, "✗")).toContain("success criteria check - $statusCode == 200");
  expect(printed).toContain("Steps: 2 passed, 1 failed, 3 total");
}, 60_000);
