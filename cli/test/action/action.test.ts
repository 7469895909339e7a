import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMock } from "@testsigma-tms/mock";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { environmentVariableOf, type SettingName, settingDefinitions } from "../../src/settings/settings.ts";
import { readAction, runAction } from "../support/run-action.ts";
import { junitXml } from "../support/run-testsigma.ts";

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "testsigma-job-"));
  await mkdir(join(cwd, "node_modules/@testsigma-tms"), { recursive: true });
  const packageFolder = fileURLToPath(new URL("../../", import.meta.url));
  await symlink(packageFolder, join(cwd, "node_modules/@testsigma-tms/cli"), "junction");
  await writeFile(join(cwd, "junit.xml"), junitXml("DEMO-1 works", "DEMO-2 works: failed"));
});

/** Starts a mock with memory, and returns inputs that report to it. */
async function reporting() {
  const mock = await startMock({ state: true });
  onTestFinished(() => mock.close());
  return { mock, inputs: { reports: "junit.xml", "api-key": "any", project: "DEMO", "base-url": mock.url } };
}

describe("the action", () => {
  it("reports with the installed command, and sets outputs and a step summary; a re-run has its own run", async () => {
    const { mock, inputs } = await reporting();
    const first = await runAction({ ...inputs, "fail-on": "never" }, { cwd, attempt: "1" });
    expect(first).toMatchObject({ exitCode: 0, log: expect.stringContaining("(closed)") });
    expect(first.outputs).toMatchObject({
      run_id: expect.stringMatching(/^[\da-f-]{36}$/),
      human_id: expect.stringMatching(/^DEMO-R-\d+$/),
      title: "acme/shop Test e2e main #42",
      is_closed: "true",
      passed: "1",
      failed: "1",
      recorded: "2",
      exit_code: "0",
    });
    expect(first.summary).toContain(`Test results: ${first.outputs.human_id}`);
    expect(first.log).toContain("::error title=login › DEMO-2 works::expected 1");

    const second = await runAction({ ...inputs, "fail-on": "never" }, { cwd, attempt: "2" });
    expect(second).toMatchObject({ exitCode: 0, outputs: { title: "acme/shop Test e2e main #42 (attempt 2)" } });
    const writes = mock.requests.filter(
      ({ operation, status }) => operation === "updateTestRunCases" && status === 200,
    );
    expect(writes).toHaveLength(2);
  });

  it("runs a test command with quotes and several lines in its working directory, whose exit code counts", async () => {
    const { inputs } = await reporting();
    const folder = join(cwd, "packages", "my shop");
    await mkdir(folder, { recursive: true });
    const testCommand = `cp "../../junit.xml" 'quo"ted.xml'\nif [ "$TESTSIGMA_API_KEY$TESTSIGMA_API_TOKEN" ]; then exit 9; fi\nexit 5`;
    const place = { reports: 'quo"ted.xml', "working-directory": "packages/my shop" };
    const result = await runAction({ ...inputs, ...place, "test-command": testCommand }, { cwd });
    expect(result).toMatchObject({ exitCode: 5, outputs: { recorded: "2", exit_code: "5" } });
    await expect(readFile(join(folder, 'quo"ted.xml'), "utf8")).resolves.toContain("DEMO-1");
  });

  it("has a summary without a key, as a pull request from a fork", async () => {
    const { exitCode, summary } = await runAction({ reports: "junit.xml", project: "DEMO" }, { cwd });
    expect(exitCode).toBe(1);
    expect(summary).toContain("| tests | 1 passed, 1 failed |");
  });

  it("installs exactly the version of its own folder, without the key, and never runs a command of the PATH", async () => {
    const folder = await mkdtemp(join(tmpdir(), "testsigma-bare-"));
    const [bin, local] = [join(folder, "bin"), join(folder, "node_modules", ".bin")];
    for (const place of [bin, local]) {
      await mkdir(place, { recursive: true });
      await writeFile(join(place, "testsigma-tms"), "#!/bin/sh\necho hijacked\n", { mode: 0o755 });
    }
    // Installs a command that prints its words.
    const npm = `#!/bin/sh
for word; do last="$word"; done
echo "[npm $1 $last key=$TESTSIGMA_API_KEY]"
place="$RUNNER_TEMP/testsigma-tms/node_modules/@testsigma-tms/cli/dist"
mkdir -p "$place"
echo 'for (const word of process.argv.slice(2)) console.log("[" + word + "]")' > "$place/testsigma-tms.js"
`;
    await writeFile(join(bin, "npm"), npm, { mode: 0o755 });
    const path = [bin, local, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
    const words = async (inputs: Record<string, string>) =>
      (await runAction({ ...inputs, "api-key": "secret" }, { cwd: folder, path })).log.match(/(?<=^\[).*(?=\]$)/gm);
    const own = `npm install @testsigma-tms/cli@${packageJson.version} key=`;
    expect(await words({ reports: "a b.xml\r\n*.xml\n" })).toEqual([own, "report", "a b.xml", "*.xml"]);
    expect(await words({ reports: "a.xml", version: "9.8.7", "test-command": "npm test" })).toEqual([
      ...["npm install @testsigma-tms/cli@9.8.7 key=", "report", "a.xml"],
      ...["--", "bash", "-c", 'eval "$TEST_COMMAND"'],
    ]);
  });

  it("never executes an input as part of the script", async () => {
    const inputs = { reports: "$(touch hacked).xml", title: '"; touch hacked; "', project: "`touch hacked`" };
    const { exitCode, log } = await runAction(inputs, { cwd });
    expect(exitCode).toBe(2);
    expect(log).toContain("$(touch hacked).xml matches no file");
    await expect(readFile(join(cwd, "hacked"))).rejects.toThrow("ENOENT");
  });
});

it("action.yml knows every setting of the command", async () => {
  const { runs } = await readAction();
  const notOffered: SettingName[] = ["json", "verbose", "runUrl"];
  const names = Object.keys(settingDefinitions) as SettingName[];
  const offered = names.filter((name) => !notOffered.includes(name)).map(environmentVariableOf);
  expect(Object.keys(runs.steps.at(-1)?.env ?? {})).toEqual(expect.arrayContaining(offered));
});

const example = fileURLToPath(new URL("../../../examples/github-actions/", import.meta.url));

it("examples/github-actions reports its tests, and finds its run again", async () => {
  const { mock, inputs: given } = await reporting();
  for (const file of ["prices.mjs", "prices.test.mjs"]) await cp(join(example, file), join(cwd, file));
  const { scripts } = JSON.parse(await readFile(join(example, "package.json"), "utf8"));

  const { steps } = parse(await readFile(join(example, ".github/workflows/test.yml"), "utf8")).jobs.test;
  const step = steps.find(({ uses = "" }) => /\/cli\/action@v\d/.test(uses));
  expect(step.with).toMatchObject({ "api-key": expect.stringContaining("secrets."), "test-command": "npm test" });
  // The script is called as npm would call it.
  const inputs = { ...step.with, ...given, "test-command": scripts.test };

  const first = await runAction(inputs, { cwd, attempt: "1" });
  expect(first).toMatchObject({ exitCode: 0, outputs: { passed: "3", recorded: "3", is_closed: "true" } });
  const second = await runAction(inputs, { cwd, attempt: "1" });
  expect(second).toMatchObject({ exitCode: 0, outputs: { run_id: first.outputs.run_id, recorded: "3" } });
  const created = mock.requests.filter(({ operation, status }) => operation === "createTestRun" && status === 200);
  expect(created).toHaveLength(1);
});
