import { UsageError } from "../errors/usage-error.js";
import type { TestStatus } from "../read/test-result.js";
import type { ResultStatus } from "../service/service.js";
import { didYouMean } from "../settings/did-you-mean.js";

/** The organization's status for a result; only a result that occurs is sure to have an id. */
export interface FoundStatus {
  readonly id?: string;
  readonly name: string;
}

/** The status names of the live service (observed); each organization can have others. */
export const defaultStatusNames: Readonly<Record<TestStatus, string>> = {
  passed: "Passed",
  failed: "Failed",
  blocked: "Blocked",
  skipped: "Skipped",
};

/**
 * Finds the organization's status for each result, by name.
 *
 * @param statuses the statuses that exist
 * @param wanted the results that occur; the others need no status
 * @throws {UsageError} when a name does not exist, naming those that do
 */
export function findStatuses(
  statuses: readonly ResultStatus[],
  wanted: ReadonlySet<TestStatus>,
  names: Readonly<Partial<Record<TestStatus, string>>>,
): Record<TestStatus, FoundStatus> {
  const find = (result: TestStatus): FoundStatus => {
    const name = names[result] ?? defaultStatusNames[result];
    const status = statuses.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (status || !wanted.has(result)) return status ?? { name };
    const known = statuses.map((candidate) => candidate.name);
    throw new UsageError(
      `no status ${name} for ${result} tests; known statuses: ${known.join(", ") || "none"}; map one with --status ${result}=<name>${didYouMean(name, known)}`,
    );
  };
  return { passed: find("passed"), failed: find("failed"), blocked: find("blocked"), skipped: find("skipped") };
}
