import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { installExample } from "../src/install-example.ts";
import { run } from "../src/run.ts";
import { workflowErrors } from "../src/workflow-errors.ts";

let cwd: string;
let file: string;
beforeAll(async () => {
  cwd = await installExample("github-actions");
  file = join(cwd, ".github/workflows/release-test-run.yml");
});

/** Runs the step that creates the run as GitHub does for the tag v1.4.0. */
async function createRun(apiKey: string) {
  await using mock = await startMock();
  const { jobs } = parse(await readFile(file, "utf8"));
  const step = jobs["create-test-run"].steps.find(({ id }: { id?: string }) => id === "test-run");
  const result = await run("bash", ["-e", "-c", step.run], {
    cwd,
    env: {
      TESTSIGMA_API_KEY: apiKey,
      TESTSIGMA_PROJECT_ID: "c47ade67-0543-4582-a4a5-b7de447c94f5",
      TESTSIGMA_BASE_URL: mock.url,
      GITHUB_REPOSITORY: "kestrel-bikes/app",
      GITHUB_REF_NAME: "v1.4.0",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_RUN_ID: "417",
      GITHUB_OUTPUT: join(cwd, "output"),
      GITHUB_STEP_SUMMARY: join(cwd, "summary"),
    },
  });
  return { ...result, requests: mock.requests };
}

it("is a workflow that GitHub accepts", async () => {
  expect(await workflowErrors(file)).toEqual([]);
});

it("creates the run of the release, and hands its id to the next step and the summary", async () => {
  const { requests } = await createRun("test-key");

  const description = "Created by https://github.com/kestrel-bikes/app/actions/runs/417";
  const body = { title: "kestrel-bikes/app v1.4.0", description };
  expect(requests).toMatchObject([{ status: 200, violations: [], body }]);
  expect(await readFile(join(cwd, "output"), "utf8")).toBe("human_id=DEMO-R-1\n");
  expect(await readFile(join(cwd, "summary"), "utf8")).toContain("DEMO-R-1");
});

it("fails with the reason as an annotation", async () => {
  const { exitCode, stdout } = await createRun("invalid");

  expect(stdout).toMatch(/^::error::createTestRun: .*401/);
  expect(exitCode).toBe(1);
});
