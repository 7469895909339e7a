import { join } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { installExample } from "../src/install-example.ts";
import { type JobRun, readWorkflow, runSteps } from "../src/workflow-job.ts";

let cwd: string;
beforeAll(async () => {
  cwd = await installExample("github-actions");
});

function readExample() {
  return readWorkflow(join(cwd, ".github/workflows/release-test-run.yml"));
}

/** Runs the workflow for the tag v1.4.0, without the install step: its packages are not on npm yet. */
async function release(apiKey: string): Promise<JobRun & { requests: readonly object[] }> {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const { steps } = await readExample();
  const job = await runSteps(
    steps.filter(({ commands }) => commands !== "npm ci"),
    {
      cwd,
      env: {
        TESTSIGMA_BASE_URL: mock.url,
        GITHUB_REPOSITORY: "kestrel-bikes/app",
        GITHUB_REF_NAME: "v1.4.0",
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_RUN_ID: "417",
      },
      contexts: {
        "secrets.TESTSIGMA_API_KEY": apiKey,
        "vars.TESTSIGMA_PROJECT_ID": "c47ade67-0543-4582-a4a5-b7de447c94f5",
        "github.ref_name": "v1.4.0",
      },
    },
  );
  return { ...job, requests: mock.requests };
}

it("is a workflow that GitHub accepts", async () => {
  const { errors, steps } = await readExample();

  expect(errors).toEqual([]);
  expect(steps).toHaveLength(3);
});

it("creates the run of the release and hands on its id", async () => {
  const { isSuccess, log, summary, requests } = await release("test-key");

  expect(requests).toMatchObject([
    {
      status: 200,
      violations: [],
      body: {
        title: "kestrel-bikes/app v1.4.0",
        description: "Created by https://github.com/kestrel-bikes/app/actions/runs/417",
      },
    },
  ]);
  expect(log).toBe("v1.4.0 is tested in DEMO-R-1\n");
  expect(summary).toContain("DEMO-R-1");
  expect(isSuccess).toBe(true);
});

it("fails with the reason as an annotation", async () => {
  const { isSuccess, log } = await release("invalid");

  expect(log).toMatch(/^::error::createTestRun: .*401/);
  expect(isSuccess).toBe(false);
});
