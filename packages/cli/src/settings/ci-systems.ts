/**
 * The environment variables of a CI system. The first one that is set counts; an entry with `$` is a template of
 * several variables. `run_number` is the number of the build, never of the attempt.
 */
export interface CiSystem {
  readonly repo?: readonly string[];
  readonly workflow?: readonly string[];
  readonly job?: readonly string[];
  readonly ref?: readonly string[];
  readonly run_number?: readonly string[];
  readonly sha?: readonly string[];
  readonly attempt?: readonly string[];
  /** The number of the first attempt. @default 1 */
  readonly firstAttempt?: number;
  readonly url?: readonly string[];
}

const github: CiSystem = {
  repo: ["GITHUB_REPOSITORY"],
  workflow: ["GITHUB_WORKFLOW"],
  job: ["GITHUB_JOB"],
  ref: ["GITHUB_HEAD_REF", "GITHUB_REF_NAME"],
  run_number: ["GITHUB_RUN_NUMBER"],
  sha: ["GITHUB_SHA"],
  attempt: ["GITHUB_RUN_ATTEMPT"],
  url: ["$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"],
};

/** The CI systems that provide a title, by their names in ci-info. */
export const ciSystems: Readonly<Record<string, CiSystem>> = {
  "GitHub Actions": github,
  "Gitea Actions": github,
  "GitLab CI": {
    repo: ["CI_PROJECT_PATH"],
    workflow: ["CI_PIPELINE_NAME", "CI_PIPELINE_SOURCE"],
    job: ["CI_JOB_GROUP_NAME", "CI_JOB_NAME"],
    ref: ["CI_COMMIT_REF_NAME"],
    run_number: ["CI_PIPELINE_IID"],
    sha: ["CI_COMMIT_SHA"],
    url: ["CI_PIPELINE_URL"],
  },
  Jenkins: {
    repo: ["GIT_URL", "JOB_NAME"],
    workflow: ["JOB_NAME"],
    job: ["STAGE_NAME"],
    ref: ["CHANGE_BRANCH", "BRANCH_NAME", "GIT_BRANCH"],
    run_number: ["BUILD_NUMBER"],
    sha: ["GIT_COMMIT"],
    url: ["BUILD_URL"],
  },
  CircleCI: {
    repo: ["$CIRCLE_PROJECT_USERNAME/$CIRCLE_PROJECT_REPONAME", "CIRCLE_PROJECT_REPONAME"],
    job: ["CIRCLE_JOB"],
    ref: ["CIRCLE_BRANCH", "CIRCLE_TAG"],
    run_number: ["CIRCLE_BUILD_NUM"],
    sha: ["CIRCLE_SHA1"],
    url: ["CIRCLE_BUILD_URL"],
  },
  "Azure Pipelines": {
    repo: ["BUILD_REPOSITORY_NAME"],
    workflow: ["BUILD_DEFINITIONNAME"],
    job: ["SYSTEM_PHASENAME"],
    ref: ["BUILD_SOURCEBRANCHNAME"],
    run_number: ["BUILD_BUILDID"],
    sha: ["BUILD_SOURCEVERSION"],
    attempt: ["SYSTEM_JOBATTEMPT"],
    url: ["$SYSTEM_COLLECTIONURI/$SYSTEM_TEAMPROJECT/_build/results?buildId=$BUILD_BUILDID"],
  },
  "Travis CI": {
    repo: ["TRAVIS_REPO_SLUG"],
    workflow: ["TRAVIS_EVENT_TYPE"],
    job: ["TRAVIS_JOB_NAME"],
    ref: ["TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"],
    run_number: ["TRAVIS_BUILD_NUMBER"],
    sha: ["TRAVIS_COMMIT"],
    url: ["TRAVIS_BUILD_WEB_URL"],
  },
  "Bitbucket Pipelines": {
    repo: ["BITBUCKET_REPO_FULL_NAME"],
    ref: ["BITBUCKET_BRANCH", "BITBUCKET_TAG"],
    run_number: ["BITBUCKET_BUILD_NUMBER"],
    sha: ["BITBUCKET_COMMIT"],
    attempt: ["BITBUCKET_STEP_RUN_NUMBER"],
    url: ["$BITBUCKET_GIT_HTTP_ORIGIN/pipelines/results/$BITBUCKET_BUILD_NUMBER"],
  },
  Buildkite: {
    repo: ["BUILDKITE_REPO"],
    workflow: ["BUILDKITE_PIPELINE_SLUG"],
    job: ["BUILDKITE_STEP_KEY", "BUILDKITE_LABEL"],
    ref: ["BUILDKITE_BRANCH"],
    run_number: ["BUILDKITE_BUILD_NUMBER"],
    sha: ["BUILDKITE_COMMIT"],
    attempt: ["BUILDKITE_RETRY_COUNT"],
    firstAttempt: 0,
    url: ["BUILDKITE_BUILD_URL"],
  },
  TeamCity: {
    repo: ["TEAMCITY_PROJECT_NAME"],
    workflow: ["TEAMCITY_BUILDCONF_NAME"],
    run_number: ["BUILD_NUMBER"],
    sha: ["BUILD_VCS_NUMBER"],
    url: ["BUILD_URL"],
  },
  Drone: {
    repo: ["DRONE_REPO"],
    workflow: ["DRONE_STAGE_NAME"],
    job: ["DRONE_STEP_NAME"],
    ref: ["DRONE_SOURCE_BRANCH", "DRONE_BRANCH", "DRONE_TAG"],
    run_number: ["DRONE_BUILD_NUMBER"],
    sha: ["DRONE_COMMIT_SHA"],
    url: ["DRONE_BUILD_LINK"],
  },
  AppVeyor: {
    repo: ["APPVEYOR_REPO_NAME"],
    workflow: ["APPVEYOR_PROJECT_NAME"],
    job: ["APPVEYOR_JOB_NAME"],
    ref: ["APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH", "APPVEYOR_REPO_BRANCH"],
    run_number: ["APPVEYOR_BUILD_NUMBER"],
    sha: ["APPVEYOR_REPO_COMMIT"],
    url: ["$APPVEYOR_URL/project/$APPVEYOR_ACCOUNT_NAME/$APPVEYOR_PROJECT_SLUG/builds/$APPVEYOR_BUILD_ID"],
  },
  Woodpecker: {
    repo: ["CI_REPO"],
    workflow: ["CI_WORKFLOW_NAME"],
    job: ["CI_STEP_NAME"],
    ref: ["CI_COMMIT_SOURCE_BRANCH", "CI_COMMIT_BRANCH", "CI_COMMIT_TAG"],
    run_number: ["CI_PIPELINE_NUMBER"],
    sha: ["CI_COMMIT_SHA"],
    url: ["CI_PIPELINE_URL"],
  },
  Semaphore: {
    repo: ["SEMAPHORE_GIT_REPO_SLUG", "SEMAPHORE_PROJECT_NAME"],
    job: ["SEMAPHORE_JOB_NAME"],
    ref: ["SEMAPHORE_GIT_WORKING_BRANCH", "SEMAPHORE_GIT_BRANCH"],
    run_number: ["SEMAPHORE_WORKFLOW_NUMBER"],
    sha: ["SEMAPHORE_GIT_SHA"],
    url: ["$SEMAPHORE_ORGANIZATION_URL/workflows/$SEMAPHORE_WORKFLOW_ID"],
  },
};
