import { UsageError } from "../errors/usage-error.js";
import type { TestStatus } from "../read/test-result.js";
import type { ResultStatus } from "../service/service.js";
import { didYouMean } from "../settings/did-you-mean.js";

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
  wanted: Iterable<TestStatus>,
  names: Readonly<Partial<Record<TestStatus, string>>> = {},
): Map<TestStatus, ResultStatus> {
  const found = new Map<TestStatus, ResultStatus>();
  for (const result of wanted) {
    const name = names[result] ?? defaultStatusNames[result];
    const status = statuses.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!status) {
      const known = statuses.map((candidate) => candidate.name);
      throw new UsageError(
        `no status ${name} for tests that ${result === "passed" ? "passed" : `were ${result}`}${didYouMean(name, known) || ","} there is: ${known.join(", ") || "none"}; name one with --status ${result}=<name>`,
      );
    }
    found.set(result, status);
  }
  return found;
}
