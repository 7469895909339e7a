import ciInfo from "ci-info";

/** What the CI system tells of the build. */
export interface CiBuild {
  /** Name of the CI system. */
  readonly name: string;
  /** For the title; a variable is absent where the system does not tell it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Page of the build. */
  readonly url?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment variables of each system, by ci-info's name of it. The number of the build, never of the attempt. */
const systems: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "GitHub Actions": {
    repo: ["GITHUB_REPOSITORY"],
    workflow: ["GITHUB_WORKFLOW"],
    ref: ["GITHUB_HEAD_REF", "GITHUB_REF_NAME"],
    run_number: ["GITHUB_RUN_NUMBER"],
    sha: ["GITHUB_SHA"],
  },
  "GitLab CI": {
    repo: ["CI_PROJECT_PATH"],
    workflow: ["CI_PIPELINE_NAME", "CI_PIPELINE_SOURCE"],
    ref: ["CI_COMMIT_REF_NAME"],
    run_number: ["CI_PIPELINE_IID"],
    sha: ["CI_COMMIT_SHA"],
    url: ["CI_PIPELINE_URL"],
  },
  Jenkins: {
    repo: ["GIT_URL", "JOB_NAME"],
    workflow: ["JOB_NAME"],
    ref: ["CHANGE_BRANCH", "BRANCH_NAME", "GIT_BRANCH"],
    run_number: ["BUILD_NUMBER"],
    sha: ["GIT_COMMIT"],
    url: ["BUILD_URL"],
  },
  CircleCI: {
    repo: ["CIRCLE_PROJECT_REPONAME"],
    workflow: ["CIRCLE_JOB"],
    ref: ["CIRCLE_BRANCH", "CIRCLE_TAG"],
    run_number: ["CIRCLE_BUILD_NUM"],
    sha: ["CIRCLE_SHA1"],
    url: ["CIRCLE_BUILD_URL"],
  },
  "Azure Pipelines": {
    repo: ["BUILD_REPOSITORY_NAME"],
    workflow: ["BUILD_DEFINITIONNAME"],
    ref: ["BUILD_SOURCEBRANCHNAME"],
    run_number: ["BUILD_BUILDID"],
    sha: ["BUILD_SOURCEVERSION"],
  },
  "Travis CI": {
    repo: ["TRAVIS_REPO_SLUG"],
    workflow: ["TRAVIS_EVENT_TYPE"],
    ref: ["TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"],
    run_number: ["TRAVIS_BUILD_NUMBER"],
    sha: ["TRAVIS_COMMIT"],
    url: ["TRAVIS_BUILD_WEB_URL"],
  },
};

/** The build that this process is a part of; `undefined` outside CI. */
export function ciBuild(
  environment: Environment,
  name = ciInfo.isCI ? (ciInfo.name ?? "CI") : undefined,
): CiBuild | undefined {
  if (!name) return undefined;
  const variables: Record<string, string> = {};
  for (const [variable, sources] of Object.entries(systems[name] ?? {})) {
    const value = sources.map((source) => environment[source]).find(Boolean);
    if (value) variables[variable] = variable === "repo" ? repositoryName(value) : value;
  }
  const { url = githubUrl(environment), ...rest } = variables;
  return { name, variables: rest, ...(url && { url }) };
}

function githubUrl({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: Environment): string | undefined {
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID) return undefined;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
}

/** `owner/name` of a clone URL, without credentials. */
function repositoryName(text: string): string {
  return /^(?:\w+:\/\/|[\w.-]+@)/.test(text)
    ? text
        .replace(/\.git$/, "")
        .split(/[/:]/)
        .slice(-2)
        .join("/")
    : text;
}
