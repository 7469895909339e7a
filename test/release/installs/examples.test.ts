import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { repository } from "@testsigma-tms/scripts/repository";
import { beforeAll, describe, expect, it } from "vitest";
import { installExample } from "../src/install-example.ts";
import { oldestNode, oldestNodeBinary } from "../src/oldest-node.ts";
import { run, succeed } from "../src/run.ts";

const project = "c47ade67-0543-4582-a4a5-b7de447c94f5";

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

describe("examples/openapi-fetch", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await installExample("openapi-fetch");
  });

  it(`passes on Node ${oldestNode}`, async () => {
    const { stdout } = await succeed(await oldestNodeBinary(), ["--test"], { cwd });

    expect(stdout).toMatch(/pass 3\n/);
  });

  it("creates a run, lists the runs, and says what each call took", async () => {
    await using mock = await startMock({ state: true });
    const env = { TESTSIGMA_BASE_URL: mock.url, TESTSIGMA_API_KEY: "any", TESTSIGMA_PROJECT_ID: project };

    const { stdout, stderr } = await succeed("node", ["create-release-run.mjs", "v1.4.0"], { cwd, env });

    expect(stdout).toMatch(/^Created DEMO-R-\d+: Release v1\.4\.0\n(- .+\n)*- Release v1\.4\.0\n/);
    expect(stderr).toBe("POST 200\nGET 200\n");
  });
});

describe("examples/commonjs", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await installExample("commonjs");
  });

  it.each([
    {
      what: "says why it failed",
      title: "Checkout",
      ids: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"],
      exitCode: 1,
      printed: /^createTestRun: .*401/,
    },
    { what: "says how it is used", title: "Checkout", ids: [], exitCode: 2, printed: /^Usage: / },
  ])("$what", async ({ title, ids, exitCode, printed }) => {
    await using mock = await startMock();
    const env = { TESTSIGMA_BASE_URL: mock.url, TESTSIGMA_API_KEY: "invalid", TESTSIGMA_PROJECT_ID: "DEMO" };

    const result = await run("node", ["create-test-run.js", title, ...ids], { cwd, env });

    expect(result.stderr).toMatch(printed);
    expect(result.exitCode).toBe(exitCode);
  });
});
