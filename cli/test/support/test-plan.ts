import { tmpdir } from "node:os";
import { parse } from "node:path";
import type { Clock, Progress } from "../../src/apply/apply-context.ts";
import { applyPlan } from "../../src/apply/apply-plan.ts";
import type { Plan, PlannedResult } from "../../src/plan/plan.ts";
import type { TestStatus } from "../../src/read/test-result.ts";
import { caseId, type MemoryService, projectId, serviceOf, statusId } from "./memory-service.ts";

/** Creates a clock whose time passes only by sleeping. */
export function testClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      now += ms;
    },
  };
}

const status = (name: string) => ({ id: statusId(name), name });
export const statuses = {
  passed: status("Passed"),
  failed: status("Failed"),
  blocked: status("Blocked"),
  skipped: status("Skipped"),
};

export function plannedResult(number: number, status: TestStatus = "passed"): PlannedResult {
  return {
    testCaseId: caseId(number),
    humanId: `DEMO-${number}`,
    status,
    description: status,
  };
}

export function testPlan(
  results: PlannedResult[],
  { run, ...given }: Partial<Omit<Plan, "run">> & { run?: Partial<Plan["run"]> } = {},
): Plan {
  return {
    project: { id: projectId, name: "Demo project", prefix: "DEMO" },
    run: {
      title: "Nightly #1",
      description: "",
      isOfBuild: true,
      cases: results.map(({ testCaseId }) => testCaseId),
      labels: [],
      ...run,
    },
    statuses,
    results,
    attachments: [],
    close: "complete",
    unknownCases: [],
    tests: {
      counts: { passed: results.length, failed: 0, blocked: 0, skipped: 0 },
      matchedTests: results.length,
      unmatchedTests: 0,
      flakyTests: 0,
      disputedTests: 0,
      stale: [],
      warnings: [],
      unmatched: [],
      failed: [],
      flaky: [],
    },
    ...given,
  };
}

/** Applies a plan against a service. */
export async function apply(
  service: MemoryService,
  plan: Plan,
  { signal, attachmentRoots = [parse(tmpdir()).root] }: { signal?: AbortSignal; attachmentRoots?: string[] } = {},
) {
  const progress: Progress = { passedRuns: [] };
  const applied = await applyPlan({
    service: serviceOf(service),
    plan,
    progress,
    attachmentRoots,
    clock: testClock(),
    signal,
  });
  return { ...applied, passedRuns: progress.passedRuns };
}
