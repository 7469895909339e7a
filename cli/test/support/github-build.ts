import type { Clock } from "../../src/apply/apply-context.ts";
import type { MemoryService } from "./memory-service.ts";
import { apiKey, folderWithReport, runTestsigma, testClock } from "./run-testsigma.ts";

/** One call of the command in a job of a build. */
export interface JobCall {
  readonly job?: string;
  readonly attempt?: number;
  readonly flags?: string[];
  /** The tests, each as `name`, `name: failed` or `name: skipped`. */
  readonly tests: string[];
}

/** Reports the tests of a job in a GitHub workflow. */
export async function reportJob(service: MemoryService, { job = "test", attempt = 1, flags = [], tests }: JobCall) {
  const cwd = await folderWithReport(...tests);
  const jobs = jobsOf.get(service) ?? new Jobs();
  jobsOf.set(service, jobs);
  const given = { service, cwd, ciName: "GitHub Actions", environment: environmentOf(job, attempt) };
  const { exitCode, out, error } = await jobs.run(() =>
    runTestsigma(["report", "junit.xml", "--json", ...flags], { ...given, clock: clockOf(jobs) }),
  );
  return { exitCode, error, outcome: JSON.parse(out) };
}

/** The jobs that report to a service now, and those of them that wait to read the run once more after the others. */
class Jobs {
  #running = 0;
  #waiting: (() => void)[] = [];

  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    this.#running++;
    try {
      return await job();
    } finally {
      this.#running--;
      this.#release();
    }
  }

  /** Resolves when every other job waits too or has ended. */
  others(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#release();
    });
  }

  #release(): void {
    if (this.#waiting.length < this.#running) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

const jobsOf = new WeakMap<MemoryService, Jobs>();
const settleMs = 3_000;

/** Creates a clock whose pause before another read of the run lasts until the other jobs wait too or have ended. */
function clockOf(jobs: Jobs): Clock {
  const clock = testClock();
  return {
    ...clock,
    async sleep(ms, signal) {
      if (ms === settleMs) await jobs.others();
      await clock.sleep(ms, signal);
    },
  };
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
