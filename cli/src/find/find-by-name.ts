import { findProject as findAnyProject, LookupError, paginate, type TestsigmaClient } from "@testsigma-tms/client";
import type { LookupRow, User } from "@testsigma-tms/client/types";
import { UsageError } from "../errors.js";
import type { TestStatus } from "../read/test-result.js";
import { didYouMean } from "../text/plain-text.js";
import { arrayOf } from "./list-all.js";

export interface Project {
  readonly id: string;
  readonly name: string;
  /** Begins its human ids, such as `DEMO`. */
  readonly prefix: string;
}

/**
 * Finds a project by its UUID, the prefix of its human ids, or its name.
 *
 * @throws {UsageError} when there is none or the name is ambiguous, naming projects that exist
 */
export async function findProject(client: TestsigmaClient, name: string | undefined): Promise<Project> {
  if (!name) throw new UsageError("no project given; pass --project or set TESTSIGMA_PROJECT");
  try {
    const project = await findAnyProject(client, name);
    return { id: project.id, name: project.name, prefix: project.human_id_prefix ?? "" };
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    const names = error.candidates.flatMap(({ name, human_id_prefix }) => [name, human_id_prefix ?? ""]);
    throw new UsageError(error.message.replace(/^listProjects: | \(GET [^)]*\)$/g, "") + didYouMean(name, names));
  }
}

/**
 * Finds the user who executed the tests, by e-mail address or UUID.
 *
 * @throws {UsageError} when there is none, naming what was probably meant
 */
export async function findUser(client: TestsigmaClient, name: string): Promise<User> {
  const users = await arrayOf(paginate(client.listUsers, {}));
  const user = users.find(({ id, email }) => id === name || email.toLowerCase() === name.toLowerCase());
  if (user) return user;
  const emails = users.map(({ email }) => email);
  throw new UsageError(`no user ${name} among the ${users.length} of the organization${didYouMean(name, emails)}`);
}

/** The organization's status for a result; only a result that occurs is sure to have an id. */
export interface FoundStatus {
  readonly id?: string;
  readonly name: string;
}

/** The status names of the live service (observed); each organization can have others. */
const defaultStatusNames: Readonly<Record<TestStatus, string>> = {
  passed: "Passed",
  failed: "Failed",
  blocked: "Blocked",
  skipped: "Skipped",
};

/**
 * Finds the organization's status for each result, by name.
 *
 * @param statuses the statuses that exist
 * @param occurring the results that occur; the others need no status
 * @throws {UsageError} when a name does not exist, naming those that do
 */
export function findStatuses(
  statuses: readonly LookupRow[],
  occurring: ReadonlySet<TestStatus>,
  names: Readonly<Partial<Record<TestStatus, string>>>,
): Record<TestStatus, FoundStatus> {
  const known = statuses.map(({ name }) => name);
  const find = (result: TestStatus): FoundStatus => {
    const name = names[result] ?? defaultStatusNames[result];
    const status = statuses.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (status || !occurring.has(result)) return status ?? { name };
    throw new UsageError(
      `no status ${name} for ${result} tests; known statuses: ${known.join(", ") || "none"}; map one with --status ${result}=<name>${didYouMean(name, known)}`,
    );
  };
  return { passed: find("passed"), failed: find("failed"), blocked: find("blocked"), skipped: find("skipped") };
}
