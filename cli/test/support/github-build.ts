import type { MemoryService } from "./memory-service.ts";
import { apiKey, folderWithReport, runTestsigma } from "./run-testsigma.ts";

/** One call of the command in a job of a build. */
export interface JobCall {
  readonly attempt?: number;
  readonly flags?: string[];
  /** The tests, each as `name`, `name: failed` or `name: skipped`. */
  readonly tests: string[];
}

/** Reports the tests of a job in a GitHub workflow. */
export async function reportJob(service: MemoryService, { attempt = 1, flags = [], tests }: JobCall) {
  const cwd = await folderWithReport(...tests);
  const given = { service, cwd, ciName: "GitHub Actions", environment: environmentOf("test", attempt) };
  const { exitCode, out, error } = await runTestsigma(["report", "junit.xml", "--json", ...flags], given);
  return { exitCode, error, outcome: JSON.parse(out) };
}

export function environmentOf(job: string, attempt: number): Record<string, string> {
  return {
    TESTSIGMA_API_KEY: apiKey,
    TESTSIGMA_TITLE: "",
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_WORKFLOW: "CI",
    GITHUB_JOB: job,
    GITHUB_REF_NAME: "main",
    GITHUB_RUN_NUMBER: "7",
    GITHUB_RUN_ATTEMPT: String(attempt),
  };
}

/** Returns the service's runs with their state and results, in order. */
export function stateOf({ runs }: MemoryService): Record<string, string> {
  return Object.fromEntries(
    runs.map(({ title, status, results }) => {
      const list = Object.entries(results).map(([id, name]) => `${id} ${name}`);
      return [title, [status, ...list].join(", ")];
    }),
  );
}
