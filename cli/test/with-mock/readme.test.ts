import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { MemoryService } from "../support/memory-service.ts";
import { ended, fakeCommands, main, runScript } from "../support/process.ts";
import { folderWithReport } from "../support/run-testsigma.ts";

const packageFolder = fileURLToPath(new URL("../../", import.meta.url));
const readme = await readFile(join(packageFolder, "README.md"), "utf8");

/** Returns the code block that contains a text. */
function block(language: string, holding: string): string {
  const blocks = Array.from(
    readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms")),
    ([, code = ""]) => code,
  );
  return blocks.find((code) => code.includes(holding)) ?? expect.fail(`no ${language} block with ${holding}`);
}

describe("the README", () => {
  it("shows the first example before line 20", () => {
    expect(readme.split("\n").findIndex((line) => line.startsWith("npx @testsigma-tms/cli report"))).toBeLessThan(20);
  });

  // The commands in the README are for bash.
  it.skipIf(process.platform === "win32")("leads from an empty project to a run", async () => {
    const service = new MemoryService();
    // The folder is below the package, so that Vitest is found.
    await mkdir(join(packageFolder, "reports"), { recursive: true });
    const cwd = await mkdtemp(join(packageFolder, "reports", "readme-"));
    onTestFinished(() => rm(cwd, { recursive: true }));
    const npx = `name="$1"; shift\n[ "$name" = @testsigma-tms/cli ] && exec "${process.execPath}" "${main}" "$@"\nexec "${packageFolder}node_modules/.bin/$name" "$@"`;
    const path = await fakeCommands(cwd, { npx });
    await writeFile(join(cwd, "login.test.ts"), block("ts", "// login.test.ts"));
    await writeFile(join(cwd, "vitest.config.ts"), "export default {};");
    const lines = block("sh", "cli doctor") + block("sh", "cli run status");
    const script = lines.replace("http://127.0.0.1:4010/api/v1", await service.serve());
    // Vitest asks for the home directory, which a user without a passwd entry does not have.
    const env = { PATH: path, HOME: cwd };

    // The report exits with 1, because a test failed.
    const { exitCode, error } = await runScript(["set +e", script], { cwd, env });
    expect(exitCode).toBe(0);
    expect(error).toContain('"First run" is CLOSED, 2 test cases');
    expect(error).toContain("the test command exited with 1");
    const results = { "DEMO-1": "Passed", "DEMO-2": "Failed" };
    expect(service.runs).toMatchObject([{ title: "First run", status: "CLOSED", results }]);
  });

  it.skipIf(process.platform === "win32")("gives agents commands that print JSON, also when they fail", async () => {
    const service = new MemoryService();
    const cwd = await folderWithReport("DEMO-1", "DEMO-2: failed");
    const connection = {
      TESTSIGMA_API_KEY: "any",
      TESTSIGMA_PROJECT: "DEMO",
      TESTSIGMA_BASE_URL: await service.serve(),
    };
    const env = { PATH: await fakeCommands(cwd, {}), ...connection };
    const outputs = [];
    for (const line of block("sh", '--title "Agent"').trim().split("\n")) {
      const { exitCode, out } = await runScript([line], { cwd, env });
      outputs.push({ exitCode, json: line.includes("--help") ? out : JSON.parse(out) });
    }
    expect(outputs).toMatchObject([
      {
        exitCode: 1,
        json: { run: { human_id: "DEMO-R-2" }, cases: { recorded: 2 }, failed_tests: [{ message: "expected 1" }] },
      },
      { exitCode: 0, json: [{ title: "Agent", status: "CLOSED", counts: { Passed: 1, Failed: 1 } }] },
      { exitCode: 0, json: { counts: { Passed: 1 }, results: [{ human_id: "DEMO-1", status: "Passed" }, {}] } },
      { exitCode: 0, json: { length: 5 } },
      { exitCode: 0, json: { data: { test_case: { human_id: "DEMO-1" } } } },
      {
        exitCode: 0,
        json: expect.stringMatching(/^createTestCase: .*\n\nProperties:\n {2}project_id +uuid \(required\)/),
      },
    ]);
    const report = "npx @testsigma-tms/cli report junit.xml --json --project SHOP";
    const failed = await runScript([report], { cwd, env });
    expect(JSON.parse(failed.out)).toMatchObject({
      exit_code: 2,
      error: expect.stringContaining("known projects: Demo"),
    });
  });

  it("names every verb of the command, and no unscoped package for npx", async () => {
    const { out } = await ended(spawn(process.execPath, [main, "--help"]));
    for (const [, verb = ""] of out.matchAll(/^ {2}(\w+)(?= .* {2})/gm)) {
      if (verb !== "help") expect(readme).toContain(`| \`${verb}`);
    }
    expect(readme).not.toMatch(/npx (?!-y pnpm@12|--no @|@testsigma-tms\/|vitest)/);
    expect(out).not.toMatch(/npx (?!@testsigma-tms\/|vitest)/);
  });
});
