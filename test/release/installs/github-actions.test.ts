import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { beforeAll, expect, it, onTestFinished } from "vitest";
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

/** Runs the steps for the tag v1.4.0 as GitHub does, but without the install step: its packages are not on npm yet. */
async function release(apiKey: string) {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const [output, summary] = [join(cwd, "step-output"), join(cwd, "step-summary")];
  await writeFile(summary, "");
  const values: Record<string, string> = {
    "secrets.TESTSIGMA_API_KEY": apiKey,
    "vars.TESTSIGMA_PROJECT_ID": "c47ade67-0543-4582-a4a5-b7de447c94f5",
    "github.ref_name": "v1.4.0",
  };
  const evaluate = (text: string) =>
    text.replace(
      /\$\{\{\s*(.*?)\s*\}\}/g,
      (_, name: string) => values[name] ?? expect.fail(`Nothing has set ${name}.`),
    );
  const [job] = Object.values<{ steps: { id?: string; run?: string; env?: Record<string, string> }[] }>(
    parse(await readFile(file, "utf8")).jobs,
  );
  let [log, exitCode] = ["", 0];
  for (const { id, run: commands, env = {} } of job?.steps ?? []) {
    if (commands === undefined || commands === "npm ci" || exitCode !== 0) continue;
    await writeFile(output, "");
    const result = await run("bash", ["-e", "-c", commands], {
      cwd,
      env: {
        TESTSIGMA_BASE_URL: mock.url,
        GITHUB_REPOSITORY: "kestrel-bikes/app",
        GITHUB_REF_NAME: "v1.4.0",
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_RUN_ID: "417",
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluate(value)])),
      },
    });
    log += result.stdout + result.stderr;
    exitCode = result.exitCode;
    for (const [, name, value = ""] of (await readFile(output, "utf8")).matchAll(/^(\w+)=(.*)$/gm)) {
      values[`steps.${id}.outputs.${name}`] = value;
    }
  }
  return { exitCode, log, summary: await readFile(summary, "utf8"), requests: mock.requests };
}

it("is a workflow that GitHub accepts", async () => {
  expect(await workflowErrors(file)).toEqual([]);
});

it("creates the run of the release and hands on its id", async () => {
  const { exitCode, log, summary, requests } = await release("test-key");

  const description = "Created by https://github.com/kestrel-bikes/app/actions/runs/417";
  expect(requests).toMatchObject([
    { status: 200, violations: [], body: { title: "kestrel-bikes/app v1.4.0", description } },
  ]);
  expect(log).toBe("v1.4.0 is tested in DEMO-R-1\n");
  expect(summary).toContain("DEMO-R-1");
  expect(exitCode).toBe(0);
});

it("fails with the reason as an annotation", async () => {
  const { exitCode, log } = await release("invalid");

  expect(log).toMatch(/^::error::createTestRun: .*401/);
  expect(exitCode).toBe(1);
});
