import type { Project } from "@testsigma-tms/types";
import { describeValue } from "../describe.js";
import { inputError, LookupError } from "../errors.js";
import type { OperationMethods } from "../generated/operations.js";
import type { CallOptions } from "../options/options.js";
import { paginate } from "./paginate.js";

const pageSize = 100;
const maxNamed = 20;
const call = { operation: "listProjects", method: "GET", path: "/projects" };

/**
 * Finds a project by its id, the prefix of its human-readable ids, or its name. An id takes precedence over a prefix, a
 * prefix over a name, and an exact name over one that differs in case.
 *
 * @example
 * const { id: project_id } = await findProject(testsigma, "HCP");
 *
 * @param reference the id, prefix or name
 * @throws {LookupError} if no project matches, or several do; the message names them.
 *   See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
 */
export async function findProject(
  testsigma: Pick<OperationMethods, "listProjects">,
  reference: string,
  options?: CallOptions,
): Promise<Project> {
  if (typeof reference !== "string" || !reference.trim()) {
    throw inputError(`findProject: expected an id, a prefix or a name, got ${describeValue(reference)}`, call);
  }
  const projects: Project[] = [];
  for await (const project of paginate(testsigma.listProjects, { page_size: pageSize }, options)) {
    if (project.id === reference) return project;
    projects.push(project);
  }
  const matches = [
    projects.filter(({ human_id_prefix }) => human_id_prefix === reference),
    projects.filter(({ name }) => name === reference),
    projects.filter(({ name }) => normalized(name) === normalized(reference)),
  ].find(({ length }) => length > 0);
  const [match] = matches ?? [];
  if (match && matches?.length === 1) return match;

  const candidates = matches ?? projects;
  const list = candidates.slice(0, maxNamed).map(describe).join(", ");
  const known = projects.length > 0 ? `known projects: ${list}` : "no projects are visible to this key";
  throw new LookupError(
    matches ? `project ${reference} is ambiguous; matches: ${list}` : `no project ${reference}; ${known}`,
    { ...call, url: undefined, attempts: 1, outcome: "no-effect", candidates },
  );
}

/** The service may send `null` for a name. */
const normalized = (name: string | null | undefined): string => (name ?? "").trim().toLowerCase();

const describe = ({ name, human_id_prefix }: Project): string => `${name} (${human_id_prefix})`;
