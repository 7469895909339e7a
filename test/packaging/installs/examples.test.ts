import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { installExample } from "../src/install-example.ts";
import { oldestNode, oldestNodeBinary } from "../src/oldest-node.ts";
import { repository } from "../src/published-packages.ts";
import { run, succeed } from "../src/run.ts";

describe("examples/node-test", () => {
  it(`passes on Node ${oldestNode}`, async () => {
    const cwd = await installExample("node-test");

    const { stdout } = await succeed(await oldestNodeBinary(), ["--test"], { cwd });

    expect(stdout).toMatch(/pass 5\n/);
  });

  it("tests the same script as examples/vitest", async () => {
    const [first, second] = await Promise.all(
      ["vitest", "node-test"].map((name) =>
        readFile(join(repository, "examples", name, "create-nightly-run.mjs"), "utf8"),
      ),
    );

    expect(second).toBe(first);
  });
});

describe("examples/commonjs", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await installExample("commonjs");
  });

  async function createTestRun(args: string[], apiKey = "test-key") {
    const mock = await startMock({ state: true });
    onTestFinished(() => mock.close());
    const env = {
      TESTSIGMA_BASE_URL: mock.url,
      TESTSIGMA_API_KEY: apiKey,
      TESTSIGMA_PROJECT_ID: "c47ade67-0543-4582-a4a5-b7de447c94f5",
    };
    return { ...(await run("node", ["create-test-run.js", ...args], { cwd, env })), requests: mock.requests };
  }

  it("creates a run of the test cases that it is given", async () => {
    const args = ["Checkout, build 417", "9ac271b6-4e89-4c93-8c75-2d625efa0b2d"];

    const { exitCode, stdout, requests } = await createTestRun(args);

    expect(stdout).toMatch(/^Created \S+: Checkout, build 417\n$/);
    expect(exitCode).toBe(0);
    expect(requests).toMatchObject([
      { body: { static_selection_filters: [{ values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }] } },
    ]);
  });

  it("says why it failed", async () => {
    const { exitCode, stderr } = await createTestRun(["Checkout", "9ac271b6-4e89-4c93-8c75-2d625efa0b2d"], "invalid");

    expect(stderr).toMatch(/^createTestRun: .*401/);
    expect(exitCode).toBe(1);
  });

  it("says how it is used", async () => {
    const { exitCode, stderr } = await createTestRun(["Checkout"]);

    expect(stderr).toMatch(/^Usage: /);
    expect(exitCode).toBe(2);
  });
});
