import { UsageError } from "../errors/usage-error.js";
import type { Project, Service } from "../service/service.js";
import { didYouMean } from "../settings/did-you-mean.js";

/**
 * Finds a project by its UUID, the prefix of its human ids, or its name. A name that matches exactly wins over one that
 * differs in case.
 *
 * @throws {UsageError} when there is none or the name is ambiguous, listing projects that exist
 */
export async function findProject(service: Service, wanted: string | undefined): Promise<Project> {
  if (!wanted) {
    throw new UsageError("no project given; pass --project or set TESTSIGMA_PROJECT");
  }
  const projects: Project[] = [];
  for await (const project of service.listProjects()) {
    if (project.id === wanted || project.prefix === wanted) return project;
    projects.push(project);
  }
  const exact = projects.filter(({ name }) => name === wanted);
  const [found, ...others] = exact.length > 0 ? exact : projects.filter(({ name }) => sameText(name, wanted));
  if (found && others.length === 0) return found;
  if (found) throw new UsageError(`project ${wanted} is ambiguous: ${[found, ...others].map(inWords).join(", ")}`);
  const known = projects.slice(0, 20).map(inWords).join(", ");
  const names = projects.flatMap(({ name, prefix }) => [name, prefix]);
  throw new UsageError(
    `no project ${wanted}; ${known ? `known projects: ${known}${didYouMean(wanted, names)}` : "no projects are visible to this key"}`,
  );
}

function sameText(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function inWords({ name, prefix }: Project): string {
  return `${name} (${prefix})`;
}
