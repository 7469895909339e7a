import { describeValue } from "../describe.js";
import type { ListProjectsResult, OperationMethods } from "../generated/operations.js";
import type { CallOptions } from "../options/options.js";
import { type ItemOf, paginate } from "./paginate.js";

type Project = ItemOf<ListProjectsResult>;

const pageSize = 100;
const mostNamed = 20;

/**
 * Finds a project by its id, the prefix of its human-readable ids, or its name; an exact name takes precedence over one
 * that differs in case.
 *
 * @example
 * const { id: project_id } = await findProject(testsigma, "DEMO");
 *
 * @throws {Error} There is none or there are several; the message names them.
 */
export async function findProject(
  testsigma: Pick<OperationMethods, "listProjects">,
  wanted: string,
  options?: CallOptions,
): Promise<Project> {
  if (typeof wanted !== "string" || !wanted.trim()) {
    throw new TypeError(`findProject: expected an id, a prefix or a name, got ${describeValue(wanted)}`);
  }
  const projects: Project[] = [];
  for await (const project of paginate(testsigma.listProjects, { page_size: pageSize }, options)) {
    if (project.id === wanted || project.human_id_prefix === wanted) return project;
    projects.push(project);
  }
  const exact = projects.filter(({ name }) => name === wanted);
  const matches = exact.length > 0 ? exact : projects.filter(({ name }) => isSameText(name, wanted));
  if (matches[0] && matches.length === 1) return matches[0];
  const problem = matches.length > 0 ? `project ${wanted} is ambiguous` : `no project ${wanted}`;
  const known = (matches.length > 0 ? matches : projects).slice(0, mostNamed).map(describe).join(", ");
  throw new Error(`findProject: ${problem}; there is: ${known || "none that this key may see"}`);
}

const isSameText = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

const describe = ({ name, human_id_prefix }: Project) => `${name} (${human_id_prefix})`;
