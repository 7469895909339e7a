import type { Clock } from "../../src/service/clock.ts";
import { testClock } from "../apply-plan.ts";
import { apiKey, folderWithReport, runTestsigma } from "../command/run-testsigma.ts";
import { humanIdOf, type MemoryService } from "../memory-service.ts";

/** One call of the command in a job of a build. */
export interface JobCall {
  readonly job?: string;
  readonly attempt?: number;
  readonly flags?: string[];
  /** Each `name`, `name: failed` or `name: skipped`. */
  readonly tests: string[];
}

/** Reports what a job of a GitHub workflow tested. */
export async function reportJob(service: MemoryService, { job = "test", attempt = 1, flags = [], tests }: JobCall) {
  const cwd = await folderWithReport(...tests);
  const { exitCode, out, error } = await runTestsigma(["report", "junit.xml", "--json", ...flags], {
    service,
    cwd,
    ciName: "GitHub Actions",
    clock: clockOf(service),
    environment: environmentOf(job, attempt),
  });
  return { exitCode, error, outcome: JSON.parse(out) };
}

/** A clock whose long pauses last until the other jobs have nothing in flight. */
function clockOf(service: MemoryService): Clock {
  const clock = testClock();
  return {
    ...clock,
    async sleep(ms, signal) {
      if (ms >= 3_000) await service.idle();
      await clock.sleep(ms, signal);
    },
  };
}

/** The environment of a job of a build. */
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

/** What the service holds: runs with their state and results, in order. */
export function stateOf({ runs }: MemoryService): Record<string, string> {
  return Object.fromEntries(
    runs.map(({ title, status, results }) => {
      const list = Array.from(results, ([id, name]) => `${humanIdOf(id)} ${name}`);
      return [title, [status, ...list].join(", ")];
    }),
  );
}
