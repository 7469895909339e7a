import ciInfo from "ci-info";
import type { Environment } from "./api-key.js";
import systems from "./ci-systems.json" with { type: "json" };

/**
 * The environment variables of a CI system. The first one that is set counts; an entry with `$` is a template of
 * several variables. `run_number` is the number of the build, never of the attempt.
 */
interface CiSystem extends Partial<Record<"repo" | "workflow" | "job" | "ref" | "run_number" | "sha", string[]>> {
  readonly attempt?: string[];
  /** The number of the first attempt. @default 1 */
  readonly firstAttempt?: number;
  readonly url?: string[];
}

/** The CI systems that provide a title, by their names in ci-info. */
const ciSystems: Readonly<Record<string, CiSystem>> = systems;

/** Name of the CI system; `undefined` outside CI. Gitea's runner also says that it is GitHub's. */
export const ciName = ciInfo.isCI ? (ciInfo.GITEA_ACTIONS ? "Gitea Actions" : (ciInfo.name ?? "CI")) : undefined;

export interface CiBuild {
  readonly name: string;
  /** Variables for the title, without those that the system does not provide. */
  readonly variables: Readonly<Record<string, string>>;
  /** Attempt of the build or of its job, counted from 1; absent if the system does not provide it. */
  readonly attempt?: number;
  readonly url?: string;
}

/** Reads the build from the environment of a CI system; `undefined` outside CI. */
export function ciBuild(environment: Environment, name: string | undefined): CiBuild | undefined {
  if (!name) return undefined;
  const {
    attempt: attemptTemplate,
    firstAttempt = 1,
    url: urlTemplate,
    ...templates
  }: CiSystem = ciSystems[name] ?? {};
  const variables: Record<string, string> = {};
  for (const [variable, candidates] of Object.entries(templates)) {
    const value = firstFilled(candidates, environment);
    if (!value) continue;
    if (variable === "repo") variables.repo = repositoryName(value);
    else variables[variable] = variable === "job" ? jobName(value) : value;
  }
  const attempt = Number.parseInt(firstFilled(attemptTemplate ?? [], environment) ?? "", 10) - firstAttempt + 1;
  const url = firstFilled(urlTemplate ?? [], environment);
  return { name, variables, ...(attempt > 0 && { attempt }), ...(url && { url }) };
}

/** Fills the first template whose variables the environment has, such as `CI_PIPELINE_URL` or `$HOST/builds/$ID`. */
function firstFilled(templates: readonly string[], environment: Environment): string | undefined {
  for (const template of templates) {
    const variables = template.match(template.includes("$") ? /(?<=\$)\w+/g : /^\w+$/) ?? [];
    if (!variables.every((variable) => environment[variable])) continue;
    if (!template.includes("$")) return environment[template];
    return template.replace(/\$(\w+)/g, (_, variable: string) => environment[variable]?.replace(/\/$/, "") ?? "");
  }
  return undefined;
}

/** Returns the job's name without the suffix of a matrix: GitLab's `test 1/3`, `test: [chrome]`, Semaphore's `test - 1/3`. */
function jobName(text: string): string {
  return text.replace(/(?:(?::| -)? \d+\/\d+|: \[.*\])$/, "");
}

/** Returns `owner/name` of a clone URL, without credentials. */
function repositoryName(text: string): string {
  return /^(?:\w+:\/\/|[\w.-]+@)/.test(text)
    ? text
        .replace(/\/\/[^/]*@/, "//")
        .replace(/\.git$/, "")
        .split(/[/:]/)
        .slice(-2)
        .join("/")
    : text;
}
