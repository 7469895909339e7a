import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ciBuild } from "../../src/settings/ci.ts";
import { runTitle } from "../../src/settings/run-title.ts";

const environmentOfGithub = {
  GITHUB_ACTIONS: "true",
  GITHUB_REPOSITORY: "acme/shop",
  GITHUB_WORKFLOW: "Nightly",
  GITHUB_JOB: "e2e",
  GITHUB_REF_NAME: "main",
  GITHUB_RUN_NUMBER: "42",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_RUN_ID: "99",
};

/** Reads the build in a separate process, because ci-info reads the environment of its process. */
function buildIn(environment: Record<string, string>) {
  const program = 'import ciInfo from "ci-info"; console.log(ciInfo.name)';
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const args = ["--input-type=module", "-e", program];
  const { stdout } = spawnSync(process.execPath, args, { cwd, env: environment, encoding: "utf8" });
  return ciBuild(environment, stdout.trim());
}

describe("runTitle", () => {
  it("names the job, and is the same for every attempt of a build", () => {
    const titles = ["1", "2"].map((GITHUB_RUN_ATTEMPT) =>
      runTitle(undefined, { build: ciBuild({ ...environmentOfGithub, GITHUB_RUN_ATTEMPT }, "GitHub Actions") }),
    );
    expect(titles).toEqual(["acme/shop Nightly e2e main #42", "acme/shop Nightly e2e main #42"]);
  });

  it.each<[string, Record<string, string>, string, number | undefined, string | undefined]>([
    [
      "GitHub Actions",
      environmentOfGithub,
      "acme/shop Nightly e2e main #42",
      2,
      "https://github.com/acme/shop/actions/runs/99",
    ],
    [
      "GitLab CI",
      {
        GITLAB_CI: "true",
        CI_PROJECT_PATH: "acme/shop",
        CI_PIPELINE_SOURCE: "push",
        CI_JOB_NAME: "test: [chrome]",
        CI_COMMIT_REF_NAME: "main",
        CI_PIPELINE_IID: "7",
        CI_PIPELINE_URL: "https://gitlab.com/acme/shop/-/pipelines/1",
      },
      "acme/shop push test main #7",
      undefined,
      "https://gitlab.com/acme/shop/-/pipelines/1",
    ],
    [
      "Jenkins",
      {
        JENKINS_URL: "https://ci.example.com",
        BUILD_ID: "7",
        GIT_URL: "https://user:pw@host/acme/shop.git",
        JOB_NAME: "shop",
        STAGE_NAME: "Test",
        BRANCH_NAME: "main",
        BUILD_NUMBER: "7",
        BUILD_URL: "https://ci.example.com/job/shop/7/",
      },
      "acme/shop shop Test main #7",
      undefined,
      "https://ci.example.com/job/shop/7/",
    ],
    [
      "CircleCI",
      {
        CIRCLECI: "true",
        CIRCLE_PROJECT_USERNAME: "acme",
        CIRCLE_PROJECT_REPONAME: "shop",
        CIRCLE_JOB: "test",
        CIRCLE_BRANCH: "main",
        CIRCLE_BUILD_NUM: "7",
        CIRCLE_BUILD_URL: "https://circleci.com/gh/acme/shop/7",
      },
      "acme/shop test main #7",
      undefined,
      "https://circleci.com/gh/acme/shop/7",
    ],
    [
      "Azure Pipelines",
      {
        TF_BUILD: "True",
        BUILD_REPOSITORY_NAME: "shop",
        BUILD_DEFINITIONNAME: "CI",
        SYSTEM_PHASENAME: "test",
        SYSTEM_JOBATTEMPT: "3",
        BUILD_SOURCEBRANCHNAME: "main",
        BUILD_BUILDID: "7",
        SYSTEM_COLLECTIONURI: "https://dev.azure.com/acme/",
        SYSTEM_TEAMPROJECT: "Web",
      },
      "shop CI test main #7",
      3,
      "https://dev.azure.com/acme/Web/_build/results?buildId=7",
    ],
    [
      "Travis CI",
      {
        TRAVIS: "true",
        TRAVIS_REPO_SLUG: "acme/shop",
        TRAVIS_EVENT_TYPE: "push",
        TRAVIS_BRANCH: "main",
        TRAVIS_BUILD_NUMBER: "7",
        TRAVIS_BUILD_WEB_URL: "https://app.travis-ci.com/acme/shop/builds/1",
      },
      "acme/shop push main #7",
      undefined,
      "https://app.travis-ci.com/acme/shop/builds/1",
    ],
    [
      "Bitbucket Pipelines",
      {
        BITBUCKET_COMMIT: "abc",
        BITBUCKET_REPO_FULL_NAME: "acme/shop",
        BITBUCKET_BRANCH: "main",
        BITBUCKET_BUILD_NUMBER: "7",
        BITBUCKET_STEP_RUN_NUMBER: "2",
        BITBUCKET_GIT_HTTP_ORIGIN: "https://bitbucket.org/acme/shop",
      },
      "acme/shop main #7",
      2,
      "https://bitbucket.org/acme/shop/pipelines/results/7",
    ],
    [
      "Buildkite",
      {
        BUILDKITE: "true",
        BUILDKITE_REPO: "git@github.com:acme/shop.git",
        BUILDKITE_PIPELINE_SLUG: "shop",
        BUILDKITE_LABEL: "e2e",
        BUILDKITE_BRANCH: "main",
        BUILDKITE_BUILD_NUMBER: "7",
        BUILDKITE_RETRY_COUNT: "1",
        BUILDKITE_BUILD_URL: "https://buildkite.com/acme/shop/builds/7",
      },
      "acme/shop shop e2e main #7",
      2,
      "https://buildkite.com/acme/shop/builds/7",
    ],
    [
      "TeamCity",
      {
        TEAMCITY_VERSION: "2026.1",
        TEAMCITY_PROJECT_NAME: "Shop",
        TEAMCITY_BUILDCONF_NAME: "Tests",
        BUILD_NUMBER: "7",
        BUILD_URL: "https://teamcity.example.com/build/1",
      },
      "Shop Tests #7",
      undefined,
      "https://teamcity.example.com/build/1",
    ],
    [
      "Drone",
      {
        DRONE: "true",
        DRONE_REPO: "acme/shop",
        DRONE_STAGE_NAME: "default",
        DRONE_STEP_NAME: "test",
        DRONE_BRANCH: "main",
        DRONE_BUILD_NUMBER: "7",
        DRONE_BUILD_LINK: "https://drone.example.com/acme/shop/7",
      },
      "acme/shop default test main #7",
      undefined,
      "https://drone.example.com/acme/shop/7",
    ],
    [
      "AppVeyor",
      {
        APPVEYOR: "True",
        APPVEYOR_REPO_NAME: "acme/shop",
        APPVEYOR_PROJECT_NAME: "shop",
        APPVEYOR_REPO_BRANCH: "main",
        APPVEYOR_BUILD_NUMBER: "7",
        APPVEYOR_URL: "https://ci.appveyor.com",
        APPVEYOR_ACCOUNT_NAME: "acme",
        APPVEYOR_PROJECT_SLUG: "shop",
        APPVEYOR_BUILD_ID: "70",
      },
      "acme/shop shop main #7",
      undefined,
      "https://ci.appveyor.com/project/acme/shop/builds/70",
    ],
  ])("is filled in the environment of %s", (name, environment, title, attempt, url) => {
    const build = buildIn(environment);
    expect(build).toMatchObject({ name });
    expect({ title: runTitle(undefined, { build }), attempt: build?.attempt, url: build?.url }).toEqual({
      title,
      attempt,
      url,
    });
  });

  it("names the folder and the time outside CI", () => {
    const now = new Date("2026-11-24T10:00:00Z");
    expect(runTitle(undefined, { build: undefined, cwd: "/home/ann/shop", now })).toBe(
      "shop local 2026-11-24 10:00:00",
    );
  });

  it("takes any variable of the environment", () => {
    const environment = { BROWSER: "firefox" };
    expect(runTitle("Smoke {env.BROWSER}", { build: undefined, environment })).toBe("Smoke firefox");
    expect(() => runTitle("Smoke {env.OS}", { build: undefined, environment })).toThrow("{env.OS} is not known here");
  });

  it("rejects a variable that is unknown, or not known here", () => {
    const build = undefined;
    expect(() => runTitle("{rnu_number}", { build })).toThrow("unknown variable {rnu_number}, known: repo, workflow");
    expect(() => runTitle("{run_number}", { build })).toThrow("{run_number} is not known outside CI");
    expect(() => runTitle(undefined, { build: ciBuild({}, "Bamboo") })).toThrow(
      '{run_number} is not known on Bamboo; use --title without it, such as --title "{repo} {env.BUILD_ID}"',
    );
  });
});
