import { spawn } from "node:child_process";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emptyFolder, junitXml } from "../command/run-testsigma.ts";
import { runsOf, serveMock } from "./mock-server.ts";
import { apiKey, ended } from "./process.ts";
import { readJenkinsfile } from "./read-jenkinsfile.ts";

const recipes = fileURLToPath(new URL("../../recipes/", import.meta.url));
const main = fileURLToPath(new URL("../../dist/testsigma-tms.js", import.meta.url));

/** A recipe as its CI system runs it: the commands of the job, and the variables that the system and the recipe set. */
interface Job {
  readonly commands: string[];
  readonly environment: Record<string, string>;
}

/** For each system, a reader of its recipe, the variables that it sets, and the resulting title. */
const systems: Record<string, { read: (recipe: string) => Job; environment: Record<string, string>; title: string }> = {
  "github-actions.yml": {
    read(recipe) {
      const { steps } = parse(recipe).jobs.test;
      const reporting = steps.find(({ run = "" }) => run.includes("testsigma"));
      return { commands: steps.flatMap(({ run }: { run?: string }) => run ?? []), environment: reporting.env };
    },
    environment: {
      GITHUB_ACTIONS: "true",
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_WORKFLOW: "Test",
      GITHUB_REF_NAME: "main",
      GITHUB_RUN_NUMBER: "42",
    },
    title: "acme/shop Test main #42",
  },
  "gitlab-ci.yml": {
    read(recipe) {
      const { script, variables } = parse(recipe).test;
      return { commands: script, environment: variables };
    },
    environment: {
      GITLAB_CI: "true",
      CI_PROJECT_PATH: "acme/shop",
      CI_PIPELINE_SOURCE: "push",
      CI_COMMIT_REF_NAME: "main",
      CI_PIPELINE_IID: "42",
    },
    title: "acme/shop push main #42",
  },
  Jenkinsfile: {
    read: readJenkinsfile,
    environment: {
      JENKINS_URL: "https://ci.example.com",
      BUILD_ID: "42",
      GIT_URL: "https://git.example.com/acme/shop.git",
      JOB_NAME: "shop",
      BRANCH_NAME: "main",
      BUILD_NUMBER: "42",
    },
    title: "acme/shop shop main #42",
  },
  "circleci.yml": {
    read(recipe) {
      const { steps, environment } = parse(recipe.replaceAll("<< pipeline.number >>", "42")).jobs.test;
      return { commands: steps.flatMap(({ run }: { run?: string }) => run ?? []), environment };
    },
    environment: {
      CIRCLECI: "true",
      CIRCLE_PROJECT_REPONAME: "shop",
      CIRCLE_JOB: "test",
      CIRCLE_BRANCH: "main",
      CIRCLE_BUILD_NUM: "77",
    },
    title: "shop main #42",
  },
  "azure-pipelines.yml": {
    read(recipe) {
      const { steps } = parse(recipe);
      const reporting = steps.find(({ script = "" }) => script.includes("testsigma"));
      return { commands: steps.flatMap(({ script }: { script?: string }) => script ?? []), environment: reporting.env };
    },
    environment: {
      TF_BUILD: "True",
      BUILD_REPOSITORY_NAME: "shop",
      BUILD_DEFINITIONNAME: "Test",
      BUILD_SOURCEBRANCHNAME: "main",
      BUILD_BUILDID: "42",
    },
    title: "shop Test main #42",
  },
  "travis.yml": {
    read(recipe) {
      const { script, env } = parse(recipe);
      return { commands: script, environment: Object.fromEntries(env.global.map((pair: string) => pair.split("="))) };
    },
    environment: {
      TRAVIS: "true",
      TRAVIS_REPO_SLUG: "acme/shop",
      TRAVIS_EVENT_TYPE: "push",
      TRAVIS_BRANCH: "main",
      TRAVIS_BUILD_NUMBER: "42",
    },
    title: "acme/shop push main #42",
  },
};

/** Creates a folder whose `npm test` writes a report and fails, and whose `npx` finds the built command. */
async function projectThatFails() {
  const cwd = await emptyFolder();
  const bin = join(cwd, "bin");
  await mkdir(bin);
  await writeFile(join(cwd, "report.xml"), junitXml("DEMO-1 works", "DEMO-2 works: failed"));
  await writeFile(join(bin, "npm"), '#!/bin/sh\n[ "$1" = ci ] && exit 0\ncp report.xml junit.xml\nexit 7\n');
  await writeFile(
    join(bin, "npx"),
    `#!/bin/sh\n[ "$1" = @testsigma-tms/cli ] && shift\nexec "${process.execPath}" "${main}" "$@"\n`,
  );
  await Promise.all(["npm", "npx"].map((name) => chmod(join(bin, name), 0o755)));
  return { cwd, path: [bin, process.env.PATH].join(delimiter) };
}

describe("the recipes", () => {
  it("has a test for each", async () => {
    // The other test covers these.
    const others = ["github-actions-matrix.yml", "without-node"];
    expect((await readdir(recipes)).toSorted()).toEqual([...Object.keys(systems), ...others].toSorted());
  });

  it.each(Object.entries(systems))(
    "%s reports also when tests fail, and finds its run again",
    async (file, { read, environment, title }) => {
      const job = read(await readFile(join(recipes, file), "utf8"));
      const { cwd, path } = await projectThatFails();
      const server = await serveMock();
      const env = {
        ...job.environment,
        ...environment,
        PATH: path,
        TESTSIGMA_API_KEY: apiKey,
        TESTSIGMA_BASE_URL: server.baseUrl,
      };
      expect(job.commands.filter((command) => command.includes("testsigma"))).toHaveLength(1);

      for (const attempt of ["first", "re-run"]) {
        const { exitCode, error } = await ended(
          spawn("bash", ["-e", "-o", "pipefail", "-c", job.commands.join("\n")], { cwd, env }),
        );
        expect({ attempt, exitCode, error }).toEqual({
          attempt,
          exitCode: 7,
          error: expect.stringContaining("exited with 7"),
        });
      }

      expect(await runsOf(server, title)).toEqual([
        { id: expect.any(String), status: "CLOSED", results: { "DEMO-1": "Passed", "DEMO-2": "Failed" } },
      ]);
    },
  );
});
