import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import environments from "../fixtures/ci-environments.json" with { type: "json" };
import { MemoryService } from "../support/memory-service.ts";
import { apiKey, fakeCommands, runScript } from "../support/process.ts";
import { readJenkinsfile } from "../support/read-jenkinsfile.ts";
import { emptyFolder, folderWithReport } from "../support/run-testsigma.ts";

const recipes = fileURLToPath(new URL("../../recipes/", import.meta.url));
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** The parts of a CI system's file that are read here. */
interface Step {
  run?: string;
  script?: string;
  env?: Record<string, string>;
}

/** A command of a job, and whether the CI system gives it the API key. */
interface Command {
  readonly command: string;
  readonly hasKey: boolean;
}

const readRecipe = (...path: string[]) => readFile(join(recipes, ...path), "utf8");
const reporting = (steps: Step[]) =>
  steps.find(({ run, script }) => /testsigma-tms\/cli (?:report|run)/.test(`${run}${script}`))?.env;
const commandsOf = (steps: Step[]): Command[] =>
  steps.flatMap(({ run, script, env }) => {
    const command = run ?? script;
    return command ? [{ command, hasKey: env?.TESTSIGMA_API_KEY !== undefined }] : [];
  });
/** Commands of a system whose jobs have the API key as a whole. */
const withKey = (commands: string[]): Command[] => commands.map((command) => ({ command, hasKey: true }));

/** A recipe as its CI system runs it: the commands of the job, and the variables that the recipe sets. */
interface Job {
  readonly commands: Command[];
  readonly environment: Record<string, string> | undefined;
}

const readers: Readonly<Record<string, { system: keyof typeof environments; read: (recipe: string) => Job }>> = {
  "github-actions.yml": {
    system: "GitHub Actions",
    read(recipe) {
      const { steps } = parse(recipe).jobs.test;
      return { commands: commandsOf(steps), environment: reporting(steps) };
    },
  },
  "gitlab-ci.yml": {
    system: "GitLab CI",
    read(recipe) {
      const { script, variables } = parse(recipe).test;
      return { commands: withKey(script), environment: variables };
    },
  },
  Jenkinsfile: { system: "Jenkins", read: readJenkinsfile },
  "circleci.yml": {
    system: "CircleCI",
    read(recipe) {
      const { steps, environment } = parse(recipe.replaceAll("<< pipeline.number >>", "42")).jobs.test;
      return { commands: withKey(commandsOf(steps).map(({ command }) => command)), environment };
    },
  },
  "azure-pipelines.yml": {
    system: "Azure Pipelines",
    read(recipe) {
      const { steps } = parse(recipe);
      return { commands: commandsOf(steps), environment: reporting(steps) };
    },
  },
  "travis.yml": {
    system: "Travis CI",
    read(recipe) {
      const { install, script, env } = parse(recipe);
      const environment = Object.fromEntries(env.global.map((pair: string) => pair.split("=")));
      return { commands: withKey([...install, ...script]), environment };
    },
  },
};

/** Runs the commands of a job one after the other, as far as they succeed. An expression of GitHub is a push's. */
async function runJob(commands: Command[], cwd: string, given: Record<string, string | undefined>) {
  let last = { exitCode: 0 as number | null, error: "" };
  for (const { command, hasKey } of commands) {
    const env = { ...given, ...(hasKey && { TESTSIGMA_API_KEY: apiKey }) };
    const values = Object.entries(env).map(([name, value]) => [
      name,
      /^\$\{\{.*fork/.test(value ?? "") ? "fail" : value,
    ]);
    last = await runScript([command], { cwd, env: Object.fromEntries(values) });
    if (last.exitCode !== 0) break;
  }
  return last;
}

/** A shell script that fails if the API key is in its environment. */
const withoutKey = '[ -z "$TESTSIGMA_API_KEY" ] || exit 98';

/** Starts a mock, and returns what a job needs besides the key to report to it. */
async function serve(path: string) {
  const service = new MemoryService();
  const connection = { PATH: path, TESTSIGMA_BASE_URL: await service.serve() };
  return { service, connection };
}

it("has a test for each recipe", async () => {
  const others = ["github-actions-matrix.yml", "without-node"];
  expect((await readdir(recipes)).toSorted()).toEqual([...Object.keys(readers), ...others].toSorted());
});

it.each(Object.entries(readers))(
  "%s reports even if tests fail, and gives the key to no other command",
  async (file, { read, system }) => {
    const job = read(await readRecipe(file));
    expect(job.commands.map(({ command }) => command).join()).toMatch(/npm ci,npx --no @testsigma-tms\/cli report/);
    const { environment, title, attempt = 1 } = { attempt: 1, ...environments[system] };
    const cwd = await folderWithReport("DEMO-1 works", "DEMO-2 works: failed");
    await cp(join(cwd, "junit.xml"), join(cwd, "left.xml"));
    const path = await fakeCommands(cwd, {
      npm: `${withoutKey}\n[ "$1" = ci ] && exit 0\ncp left.xml junit.xml\nexit 7`,
    });
    const { service, connection } = await serve(path);
    const given = { ...environment, ...job.environment, TESTSIGMA_API_KEY: undefined, ...connection };
    const { exitCode, error } = await runJob(job.commands, cwd, given);
    expect({ exitCode, error }).toEqual({ exitCode: 7, error: expect.stringContaining("exited with 7") });
    expect(service.runs).toMatchObject([
      {
        title: `${system === "CircleCI" ? "acme/shop main #42" : title}${attempt > 1 ? ` (attempt ${attempt})` : ""}`,
        status: "CLOSED",
        results: { "DEMO-1": "Passed", "DEMO-2": "Failed" },
      },
    ]);
  },
);

/** A real report of each tool, and the path where its recipe expects it. dotnet lacks one, so it uses nose2's. */
const tools: Readonly<Record<string, { command: string; report: string; fixture: string }>> = {
  maven: { command: "mvn", report: "target/surefire-reports/TEST-Login.xml", fixture: "surefire.xml" },
  gradle: { command: "./gradlew", report: "build/test-results/test/TEST-Login.xml", fixture: "counted/gradle.xml" },
  pytest: { command: "pytest", report: "junit.xml", fixture: "pytest.xml" },
  go: { command: "go", report: "junit.xml", fixture: "gotestsum.xml" },
  dotnet: { command: "dotnet", report: "TestResults/Shop.xml", fixture: "counted/nose2.xml" },
};

describe.each(Object.entries(tools))("the recipes without a Node project, %s", (tool, { command, report, fixture }) => {
  const npm = `${withoutKey}\n[ "$*" = "install --no-save @testsigma-tms/cli@${packageJson.version}" ]`;
  const readCommands = async () => {
    const { env, jobs } = parse(await readRecipe("without-node", "github-actions.yml"));
    return { commands: commandsOf(jobs[tool].steps), env };
  };

  it("report what failed on GitHub, and give the key to no other command", async () => {
    const { commands, env } = await readCommands();
    const cwd = await emptyFolder();
    const write = `mkdir -p "$(dirname ${report})"\ncp ${join(fixtures, fixture)} ${report}\nexit 7`;
    const path = await fakeCommands(cwd, { npm, pip: "", [command]: write });
    const { service, connection } = await serve(path);
    const { exitCode } = await runJob(commands, cwd, { ...env, ...connection, TESTSIGMA_TITLE: "Nightly" });
    expect(exitCode).toBe(7);
    expect(service.runs).toMatchObject([{ status: "CLOSED", results: { "DEMO-2": "Failed" } }]);
  });

  it("have the same commands for Jenkins", async () => {
    const { commands } = readJenkinsfile(await readRecipe("without-node", "Jenkinsfile"));
    const wanted = (await readCommands()).commands.filter(({ command }) => command.includes("@testsigma-tms/cli"));
    expect(commands).toEqual(expect.arrayContaining(wanted));
  });

  it("have a GitLab job that reports the results of the test job, even if that failed", async () => {
    const file = parse(await readRecipe("without-node", "gitlab-ci.yml"));
    const { needs, variables } = file[`report-${tool}`];
    expect({ needs, artifacts: file[tool].artifacts }).toEqual({
      needs: [tool],
      artifacts: { when: "always", paths: [variables.REPORTS] },
    });
    if (tool !== "maven") return;
    const { script, when } = file[".report"];
    expect(when).toBe("always");
    const cwd = await emptyFolder();
    await cp(join(fixtures, fixture), join(cwd, report), { recursive: true });
    const { service, connection } = await serve(await fakeCommands(cwd, { npm }));
    const env = { ...file[".report"].variables, ...variables, ...connection, TESTSIGMA_TITLE: "Nightly" };
    // The tests of the report failed.
    expect((await runJob(withKey(script), cwd, env)).exitCode).toBe(1);
    expect(service.runs).toMatchObject([{ status: "CLOSED", results: { "DEMO-2": "Failed" } }]);
  });
});

it("the matrix recipe shares one run, which its last job closes", async () => {
  const { env, jobs } = parse(await readRecipe("github-actions-matrix.yml"));
  const { browser } = jobs.test.strategy.matrix;
  expect(jobs.close).toMatchObject({ needs: "test", if: "always()" });
  const cwd = await folderWithReport("DEMO-1: failed", "DEMO-2");
  await cp(join(cwd, "junit.xml"), join(cwd, "failed.xml"));
  const npm = `${withoutKey}\ncase "$*" in ci) ;; *firefox*) cp failed.xml junit.xml; exit 1;; *) sed s/failure/system-out/ failed.xml > junit.xml;; esac`;
  const { service, connection } = await serve(await fakeCommands(cwd, { npm }));
  const run = async (job: string, chosen = "") => {
    const commands = commandsOf(jobs[job].steps).map(({ command, hasKey }) => ({
      command: command.replace(/\$\{\{ matrix\.browser \}\}/, chosen),
      hasKey,
    }));
    const github = { ...environments["GitHub Actions"].environment, GITHUB_JOB: job, GITHUB_RUN_ATTEMPT: "1" };
    return (await runJob(commands, cwd, { ...github, ...env, ...connection })).exitCode;
  };
  const codes = [];
  for (const one of browser.toReversed()) codes.push(await run("test", one));
  expect({ codes, close: await run("close") }).toEqual({ codes: [1, 0], close: 0 });
  const results = { "DEMO-1": "Failed", "DEMO-2": "Passed" };
  expect(service.runs).toMatchObject([{ title: "acme/shop Nightly main #42", status: "CLOSED", results }]);
});
