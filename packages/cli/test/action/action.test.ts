import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Settings } from "../../src/settings/definitions.ts";
import { exitCodes } from "../../src/verdict/verdict.ts";
import { installCommand } from "../support/install-command.ts";
import { readAction, runAction } from "../support/run-action.ts";

const report = `<testsuite name="s">
  <testcase classname="login" name="DEMO-1 works"/>
  <testcase classname="login" name="DEMO-2 works"><failure message="expected 1"/></testcase>
</testsuite>`;

let cwd: string;
beforeAll(async () => {
  cwd = await installCommand();
  await writeFile(join(cwd, "junit.xml"), report);
});

async function mockWithMemory() {
  const mock = await startMock({ state: true });
  onTestFinished(() => mock.close());
  return mock;
}

describe("the action", () => {
  it("reports with the packed command, and sets outputs and a step summary", async () => {
    const mock = await mockWithMemory();
    const inputs = {
      reports: "junit.xml",
      "api-key": "any",
      project: "DEMO",
      "base-url": mock.url,
      "fail-on": "never",
    };
    const { exitCode, outputs, summary, log } = await runAction(inputs, { cwd });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining("(closed)") });
    expect(outputs).toMatchObject({
      run_id: expect.stringMatching(/^[\da-f-]{36}$/),
      human_id: expect.stringMatching(/^DEMO-R-\d+$/),
      title: "acme/shop Test e2e main #42",
      is_closed: "true",
      passed: "1",
      failed: "1",
      recorded: "2",
      exit_code: "0",
    });
    expect(summary).toContain(`Test results: ${outputs.human_id}`);
    expect(log).toContain("::error title=login › DEMO-2 works::expected 1");
  });

  it("is green on a re-run and finds its run", async () => {
    const mock = await mockWithMemory();
    const inputs = {
      reports: "junit.xml",
      "api-key": "any",
      project: "DEMO",
      "base-url": mock.url,
      "fail-on": "never",
    };
    const first = await runAction(inputs, { cwd, attempt: "1" });
    const second = await runAction(inputs, { cwd, attempt: "2" });
    expect(second.exitCode).toBe(0);
    expect(second.outputs.run_id).toBe(first.outputs.run_id);
    expect(
      mock.requests.filter(({ operation, status }) => operation === "updateTestRunCases" && status === 200),
    ).toHaveLength(1);
  });

  it("fails the step when a test failed", async () => {
    const mock = await mockWithMemory();
    const inputs = { reports: "junit.xml", "api-key": "any", project: "DEMO", "base-url": mock.url };
    const { exitCode, outputs } = await runAction(inputs, { cwd });
    expect({ exitCode, told: outputs.exit_code }).toEqual({ exitCode: exitCodes.testsFailed, told: "1" });
  });

  it("runs the test command, whose own exit code counts", async () => {
    const mock = await mockWithMemory();
    const inputs = {
      reports: "left.xml\n",
      "api-key": "any",
      project: "DEMO",
      "base-url": mock.url,
      "test-command": "cp junit.xml left.xml; exit 5",
    };
    const { exitCode, outputs } = await runAction(inputs, { cwd });
    expect({ exitCode, recorded: outputs.recorded }).toEqual({ exitCode: 5, recorded: "2" });
  });

  it("has a summary without a key, as a pull request from a fork", async () => {
    const { exitCode, summary } = await runAction({ reports: "junit.xml", project: "DEMO" }, { cwd });
    expect(exitCode).toBe(1);
    expect(summary).toContain("| tests | 1 passed, 1 failed |");
  });

  it("runs exactly the version that it stands beside, and never a command of the PATH", async () => {
    const folder = await mkdtemp(join(tmpdir(), "testsigma-bare-"));
    const bin = join(folder, "bin");
    await mkdir(bin);
    const local = join(folder, "node_modules", ".bin");
    await mkdir(local, { recursive: true });
    await writeFile(join(bin, "npx"), '#!/bin/sh\nfor word; do echo "[$word]"; done\n', { mode: 0o755 });
    for (const place of [bin, local]) {
      await writeFile(join(place, "testsigma-tms"), "#!/bin/sh\necho hijacked\n", { mode: 0o755 });
    }
    const path = [bin, local, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
    const { version } = JSON.parse(
      await readFile(new URL(import.meta.resolve("@testsigma-tms/cli/package.json")), "utf8"),
    );
    const words = async (inputs: Record<string, string>) =>
      (await runAction(inputs, { cwd: folder, path })).log.match(/(?<=^\[).*(?=\]$)/gm);
    expect(await words({ reports: "a b.xml\r\n*.xml\n" })).toEqual([
      "--yes",
      `@testsigma-tms/cli@${version}`,
      "report",
      "a b.xml",
      "*.xml",
    ]);
    expect(await words({ reports: "a.xml", version: "9.8.7", "test-command": "npm test" })).toEqual([
      "--yes",
      "@testsigma-tms/cli@9.8.7",
      "report",
      "a.xml",
      "--",
      "bash",
      "-c",
      'eval "$TEST_COMMAND"',
    ]);
  });

  it("takes a test command with quotes and several lines", async () => {
    const mock = await mockWithMemory();
    const testCommand = `cp "junit.xml" 'quo"ted.xml'\nif [ "$TESTSIGMA_API_KEY$TESTSIGMA_API_TOKEN" ]; then exit 9; fi`;
    const inputs = { reports: 'quo"ted.xml', "api-key": "any", project: "DEMO", "base-url": mock.url };
    const { exitCode, outputs } = await runAction({ ...inputs, "test-command": testCommand }, { cwd });
    expect({ exitCode, recorded: outputs.recorded }).toEqual({ exitCode: 1, recorded: "2" });
  });

  it("keeps a plan that is not finished as an artifact", async () => {
    const inputs = { reports: "junit.xml", "api-key": "any", project: "DEMO" };
    const mock = await mockWithMemory();
    const broken = await runAction({ ...inputs, "base-url": mock.url, title: "x".repeat(5) }, { cwd });
    expect(broken.outputs.plan_file).toBe("");
    const { runs } = await readAction();
    expect(runs.steps[1]).toMatchObject({
      if: "always() && steps.report.outputs.plan_file != ''",
      uses: expect.stringMatching(/^actions\/upload-artifact@v\d+$/),
      // The name of the plan's folder begins with a dot.
      with: { "include-hidden-files": true, path: expect.stringContaining("steps.report.outputs.plan_file") },
    });
  });

  it("never reads an input as a part of the script", async () => {
    const inputs = { reports: "$(touch hacked).xml", title: '"; touch hacked; "', project: "`touch hacked`" };
    const { exitCode, log } = await runAction(inputs, { cwd });
    expect(exitCode).toBe(2);
    expect(log).toContain("$(touch hacked).xml matches no file");
    await expect(readFile(join(cwd, "hacked"))).rejects.toThrow("ENOENT");
  });
});

describe("action.yml", () => {
  it("knows every setting of the command", async () => {
    const { runs } = await readAction();
    const variables = Object.keys(runs.steps[0]?.env ?? {});
    const schema = JSON.parse(
      await readFile(new URL(import.meta.resolve("@testsigma-tms/cli/testsigma-tms.config.schema.json")), "utf8"),
    );
    const notOffered: (keyof Settings)[] = ["uniqueTitles", "planFile", "json", "verbose"];
    for (const name of Object.keys(schema.properties)) {
      if (name === "$schema" || notOffered.some((setting) => setting === name)) continue;
      expect(variables).toContain(`TESTSIGMA_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`);
    }
  });
});
