import { spawn } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emptyFolder } from "../command/run-testsigma.ts";
import { runsOf, serveMock } from "./mock-server.ts";
import { apiKey, ended } from "./process.ts";
import { readJenkinsfile } from "./read-jenkinsfile.ts";

const recipes = fileURLToPath(new URL("../../recipes/", import.meta.url));
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const main = fileURLToPath(new URL("../../dist/testsigma-tms.js", import.meta.url));

/** A real report of each tool, and the path where its recipe expects it. dotnet lacks one, so it uses nose2's. */
const tools: Readonly<Record<string, { command: string; report: string; fixture: string; failing: string }>> = {
  maven: {
    command: "mvn",
    report: "target/surefire-reports/TEST-Login.xml",
    fixture: "surefire.xml",
    failing: "DEMO-2",
  },
  gradle: {
    command: "./gradlew",
    report: "build/test-results/test/TEST-Login.xml",
    fixture: "surefire.xml",
    failing: "DEMO-2",
  },
  pytest: { command: "pytest", report: "junit.xml", fixture: "pytest.xml", failing: "DEMO-2" },
  go: { command: "go", report: "junit.xml", fixture: "gotestsum.xml", failing: "DEMO-2" },
  dotnet: { command: "dotnet", report: "TestResults/Shop.xml", fixture: "counted/nose2.xml", failing: "DEMO-2" },
};

/** Readers of a recipe; each returns a list of commands for each of the tool's jobs. */
const readers: Readonly<Record<string, (recipe: string, tool: string) => { jobs: string[][]; environment: object }>> = {
  "github-actions.yml": (recipe, tool) => {
    const { env, jobs } = parse(recipe);
    const commands = jobs[tool].steps.flatMap(({ run }: { run?: string }) => run ?? []);
    return { jobs: [commands], environment: env };
  },
  "gitlab-ci.yml": (recipe, tool) => {
    const file = parse(recipe);
    const report = file[`report-${tool}`];
    expect(report.needs).toEqual([tool]);
    expect(file[tool].artifacts).toMatchObject({ when: "always", paths: [report.variables.REPORTS] });
    const { script, variables } = file[report.extends];
    return { jobs: [file[tool].script, script], environment: { ...variables, ...report.variables } };
  },
  Jenkinsfile: (recipe, tool) => {
    const { commands, environment } = readJenkinsfile(recipe);
    const { command = "" } = tools[tool] ?? {};
    return { jobs: [commands.filter((line) => line.includes(` ${command} `))], environment };
  },
};

/** Creates a folder in which the tool writes its real report and fails, and npx finds the built command. */
async function projectOf({ command, report, fixture }: (typeof tools)[string] & {}) {
  const cwd = await emptyFolder();
  const bin = join(cwd, "bin");
  await mkdir(bin);
  const write = `#!/bin/sh\nmkdir -p "$(dirname ${report})"\ncp ${join(fixtures, fixture)} ${report}\nexit 7\n`;
  const npx = `#!/bin/sh\n[ "$1" = --yes ] && shift\n[ "$1" = @testsigma-tms/cli ] || exit 99\nshift\nexec "${process.execPath}" "${main}" "$@"\n`;
  const scripts = { [join(bin, "npx")]: npx, [join(bin, "pip")]: "#!/bin/sh\n" };
  scripts[command.startsWith("./") ? join(cwd, command) : join(bin, command)] = write;
  for (const [file, script] of Object.entries(scripts)) {
    await writeFile(file, script);
    await chmod(file, 0o755);
  }
  return { cwd, path: [bin, process.env.PATH].join(delimiter) };
}

describe.each(Object.entries(readers))("the recipes without a Node project, %s", (file, read) => {
  it.each(Object.entries(tools))("%s reports what failed", async (name, tool) => {
    const { jobs, environment } = read(await readFile(join(recipes, "without-node", file), "utf8"), name);
    const { cwd, path } = await projectOf(tool);
    const server = await serveMock();
    const env = {
      ...environment,
      ...{ PATH: path, TESTSIGMA_API_KEY: apiKey, TESTSIGMA_BASE_URL: server.baseUrl, TESTSIGMA_TITLE: "Nightly" },
    };
    const codes: (number | null)[] = [];
    for (const commands of jobs) {
      const job = spawn("bash", ["-e", "-o", "pipefail", "-c", commands.join("\n")], { cwd, env });
      codes.push((await ended(job)).exitCode);
    }
    // If a separate job reports, that job fails because of the tests.
    expect(codes).toEqual(jobs.length === 1 ? [7] : [7, 1]);
    const [run] = await runsOf(server, "Nightly");
    expect(run).toMatchObject({ status: "CLOSED", results: { [tool.failing]: "Failed" } });
  });
});

it("the matrix recipe shares one run, which its last job closes", async () => {
  const { env, jobs } = parse(await readFile(join(recipes, "github-actions-matrix.yml"), "utf8"));
  const { browser } = jobs.test.strategy.matrix;
  expect(jobs.close).toMatchObject({ needs: "test", if: "always()" });
  const { cwd, path } = await projectOf({ command: "npm", report: "junit.xml", fixture: "pytest.xml", failing: "" });
  await writeFile(
    join(cwd, "bin", "npm"),
    `#!/bin/sh\n[ "$1" = ci ] && exit 0\ncase "$*" in *firefox*) child='<failure/>';; esac\necho "<testsuite><testcase name='DEMO-1'>$child</testcase><testcase name='DEMO-2'/></testsuite>" > junit.xml\n[ -z "$child" ]\n`,
  );
  const server = await serveMock();
  const github = {
    GITHUB_ACTIONS: "true",
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_WORKFLOW: "Matrix",
    GITHUB_REF_NAME: "main",
    GITHUB_RUN_NUMBER: "42",
  };
  const variables = { ...env, ...github, PATH: path, TESTSIGMA_API_KEY: apiKey, TESTSIGMA_BASE_URL: server.baseUrl };
  const runJob = async (job: string, steps: { run?: string }[], chosen = "") => {
    const script = steps
      .flatMap(({ run }) => run ?? [])
      .join("\n")
      .replaceAll(/\$\{\{ matrix\.browser \}\}/g, chosen);
    return ended(spawn("bash", ["-e", "-c", script], { cwd, env: { ...variables, GITHUB_JOB: job } }));
  };
  const codes = [];
  for (const one of browser.toReversed()) codes.push((await runJob("test", jobs.test.steps, one)).exitCode);
  expect(codes).toEqual([1, 0]);
  expect((await runJob("close", jobs.close.steps)).exitCode).toBe(0);
  expect(await runsOf(server, "acme/shop Matrix main #42")).toMatchObject([
    { status: "CLOSED", results: { "DEMO-1": "Failed", "DEMO-2": "Passed" } },
  ]);
});
