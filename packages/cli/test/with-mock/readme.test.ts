import { spawn } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { readSettings } from "../../src/settings/read-settings.ts";
import { folderWithReport } from "../command/run-testsigma.ts";
import { runsOf, serveMock } from "./mock-server.ts";
import { ended } from "./process.ts";

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
  it.skipIf(process.platform === "win32")(
    "leads from an empty project to a run, and to the same run again",
    async () => {
      const server = await serveMock();
      // The folder is below the package, so that Vitest is found.
      await mkdir(join(packageFolder, "reports"), { recursive: true });
      const cwd = await mkdtemp(join(packageFolder, "reports", "readme-"));
      onTestFinished(() => rm(cwd, { recursive: true }));
      const bin = join(cwd, "bin");
      await mkdir(bin);
      await writeFile(
        join(bin, "npx"),
        `#!/bin/sh\nname="$1"; shift\n[ "$name" = @testsigma-tms/cli ] && exec "${process.execPath}" "${packageFolder}dist/testsigma-tms.js" "$@"\nexec "${packageFolder}node_modules/.bin/$name" "$@"\n`,
      );
      await chmod(join(bin, "npx"), 0o755);
      await writeFile(join(cwd, "login.test.ts"), block("ts", "// login.test.ts"));
      await writeFile(join(cwd, "vitest.config.ts"), "export default {};");
      const lines = block("sh", "cli doctor") + block("sh", "cli run status");
      const script = lines.replace("http://127.0.0.1:4010/api/v1", server.baseUrl);
      // Vitest asks for the home directory, which a user without a passwd entry does not have.
      const env = { PATH: [bin, process.env.PATH].join(delimiter), HOME: cwd };

      for (const time of ["first", "second"]) {
        const { exitCode, error } = await ended(spawn("bash", ["-c", script], { cwd, env }));
        expect({ time, exitCode, error }).toEqual({
          time,
          exitCode: 0,
          error: expect.stringContaining('"First run" is CLOSED, 2 test cases'),
        });
        expect(error).toContain("the test command exited with 1");
      }
      expect(await runsOf(server, "First run")).toMatchObject([
        { status: "CLOSED", results: { "DEMO-1": "Passed", "DEMO-2": "Failed" } },
      ]);
    },
  );

  it("leads from pytest to a closed run, with the one file", async () => {
    const server = await serveMock();
    const cwd = await folderWithReport();
    const bin = join(cwd, "bin");
    await mkdir(bin);
    // This is the report that pytest wrote for such a test.
    const report = join(packageFolder, "test/fixtures/pytest.xml");
    await writeFile(join(bin, "pytest"), `#!/bin/sh\necho "$*"\ncp "${report}" junit.xml\nexit 1\n`);
    await chmod(join(bin, "pytest"), 0o755);
    await copyFile(join(packageFolder, "dist/testsigma-tms.js"), join(cwd, "testsigma-tms.mjs"));
    const script = block("sh", "node testsigma-tms.js").replace("testsigma-tms.js", "testsigma-tms.mjs");
    const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
    const environment = { TESTSIGMA_API_KEY: "any", TESTSIGMA_BASE_URL: server.baseUrl, TESTSIGMA_TITLE: "Python" };
    const { exitCode, error } = await ended(
      spawn("bash", ["-c", script], { cwd, env: { PATH: path, ...environment } }),
    );
    expect({ exitCode, error }).toEqual({ exitCode: 1, error: expect.stringContaining("--junit-xml=junit.xml") });
    expect(block("py", "record_property")).toContain('record_property("testsigma_id", "DEMO-2")');
    expect(await runsOf(server, "Python")).toMatchObject([{ status: "CLOSED", results: { "DEMO-2": "Failed" } }]);
  });

  it("names every verb of the command, and no unscoped package for npx", async () => {
    const { out } = await ended(spawn(process.execPath, [join(packageFolder, "dist/testsigma-tms.js"), "--help"]));
    for (const [, verb = ""] of out.matchAll(/^ {2}(\w+)(?= .* {2})/gm)) {
      if (verb !== "help") expect(readme).toContain(`| \`${verb}`);
    }
    expect(readme).not.toMatch(/npx (?!-y pnpm@12|--yes @|@testsigma-tms\/|vitest)/);
    expect(out).not.toMatch(/npx (?!@testsigma-tms\/|vitest)/);
  });

  it("shows a configuration that is right", () => {
    expect(readSettings({ config: JSON.parse(block("json", "$schema")) })).toMatchObject({
      project: "DEMO",
      unmatched: "fail",
    });
  });

  it("shows the library as it is", async () => {
    const cwd = await folderWithReport("DEMO-1", "DEMO-2: failed");
    const sample = block("ts", "collectMatches").replace(
      '"@testsigma-tms/cli"',
      JSON.stringify(new URL("../../dist/index.js", import.meta.url)),
    );
    await writeFile(join(cwd, "sample.mjs"), sample);
    const { out } = await ended(spawn(process.execPath, ["sample.mjs"], { cwd }));
    expect(out).toBe("1 [ 'DEMO-1 passed', 'DEMO-2 failed' ]\n");
  });
});
