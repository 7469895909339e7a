import { LookupError } from "@testsigma-tms/client";
import { UsageError } from "../errors/usage-error.js";
import type { Project, Service } from "../service/service.js";
import { didYouMean } from "../settings/did-you-mean.js";

/**
 * Finds a project by its UUID, the prefix of its human ids, or its name.
 *
 * @throws {UsageError} when there is none or the name is ambiguous, naming projects that exist
 */
export async function findProject(service: Service, name: string | undefined): Promise<Project> {
  if (!name) throw new UsageError("no project given; pass --project or set TESTSIGMA_PROJECT");
  try {
    return await service.findProject(name);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    const names = error.candidates.flatMap(({ name, human_id_prefix }) => [name, human_id_prefix ?? ""]);
    throw new UsageError(error.message.replace(/^listProjects: | \(GET [^)]*\)$/g, "") + didYouMean(name, names));
  }
}
