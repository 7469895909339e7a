import { describe, expect, it } from "vitest";
import { ciBuild } from "../../src/settings/ci.ts";
import { runTitle } from "../../src/settings/run-title.ts";

const github = {
  GITHUB_REPOSITORY: "acme/shop",
  GITHUB_WORKFLOW: "Nightly",
  GITHUB_REF_NAME: "main",
  GITHUB_RUN_NUMBER: "42",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_RUN_ID: "99",
};

describe("runTitle", () => {
  it("is the same for every attempt of a build", () => {
    const titles = ["1", "2"].map((GITHUB_RUN_ATTEMPT) =>
      runTitle(undefined, ciBuild({ ...github, GITHUB_RUN_ATTEMPT }, "GitHub Actions")),
    );
    expect(titles).toEqual(["acme/shop Nightly main #42", "acme/shop Nightly main #42"]);
  });

  it.each([
    [
      "GitLab CI",
      { CI_PROJECT_PATH: "acme/shop", CI_PIPELINE_SOURCE: "push", CI_COMMIT_REF_NAME: "main", CI_PIPELINE_IID: "7" },
      "acme/shop push main #7",
    ],
    [
      "Jenkins",
      { GIT_URL: "https://user:pw@host/acme/shop.git", JOB_NAME: "shop", BRANCH_NAME: "main", BUILD_NUMBER: "7" },
      "acme/shop shop main #7",
    ],
    [
      "CircleCI",
      { CIRCLE_PROJECT_REPONAME: "shop", CIRCLE_JOB: "test", CIRCLE_BRANCH: "main", CIRCLE_BUILD_NUM: "7" },
      "shop test main #7",
    ],
    [
      "Azure Pipelines",
      { BUILD_REPOSITORY_NAME: "shop", BUILD_DEFINITIONNAME: "CI", BUILD_SOURCEBRANCHNAME: "main", BUILD_BUILDID: "7" },
      "shop CI main #7",
    ],
    [
      "Travis CI",
      { TRAVIS_REPO_SLUG: "acme/shop", TRAVIS_EVENT_TYPE: "push", TRAVIS_BRANCH: "main", TRAVIS_BUILD_NUMBER: "7" },
      "acme/shop push main #7",
    ],
  ])("is filled on %s", (name, environment, title) => {
    expect(runTitle(undefined, ciBuild(environment, name))).toBe(title);
  });

  it("names the folder and the time outside CI", () => {
    const now = new Date("2026-11-24T10:00:00Z");
    expect(runTitle(undefined, undefined, { cwd: "/home/ann/shop", now })).toBe("shop local 2026-11-24 10:00:00");
  });

  it("rejects a variable that is unknown, or not known here", () => {
    expect(() => runTitle("{rnu_number}", undefined)).toThrow("unknown variable {rnu_number}, known: repo, workflow");
    expect(() => runTitle("{run_number}", undefined)).toThrow("{run_number} is not known outside CI");
    expect(() => runTitle(undefined, ciBuild({}, "TeamCity"))).toThrow("{workflow} is not known on TeamCity");
  });

  it("links to the build", () => {
    expect(ciBuild(github, "GitHub Actions")?.url).toBe("https://github.com/acme/shop/actions/runs/99");
  });
});
