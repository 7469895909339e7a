import type { Fault } from "../fault.ts";
import type { RunRecord } from "../rig/ledger.ts";
import { TEST_KEY } from "../rig/test-key.ts";
import type { Told } from "./call-client.ts";
import { containsSecret } from "./contains-secret.ts";

const isTestsigma = (host: string): boolean => host === "testsigma.com" || host.endsWith(".testsigma.com");

const isLoopback = (host: string): boolean => host === "localhost" || host === "127.0.0.1";

/** A timer may fire a little early. */
const TIMER_SLACK_MS = 5;

/** The rules that hold whatever the fault was; each one that is broken, in words. */
export const findProblems = (
  fault: Fault,
  { result, outcome, settled }: Told,
  waitsMs: number[],
  record: RunRecord,
  id: string,
): string[] => {
  const { executed, arrivals } = record;
  const problems: string[] = [];
  const demand = (isKept: boolean, problem: string): void => {
    if (!isKept) problems.push(problem);
  };

  if (fault.method !== "GET") {
    demand(executed <= 1, `executed ${executed} times`);
    demand(result !== "created" || executed === 1, `reported as created, executed ${executed} times`);
    demand(outcome === undefined || outcome === "unknown" || executed === 0, `executed, but reported as ${outcome}`);
    demand(
      arrivals.every(({ method }) => method === "POST"),
      `sent as ${arrivals.map(({ method }) => method).join(", ")}`,
    );
  }
  for (const { origin } of arrivals) {
    const { hostname } = new URL(origin);
    demand(
      isTestsigma(hostname) || isLoopback(hostname) || fault.mayBeAsked?.includes(hostname) === true,
      `asked ${origin}, which nobody trusts`,
    );
    demand(origin.startsWith("https:") || isLoopback(hostname), `sent in clear to ${origin}`);
  }
  demand(
    arrivals.every(({ hadKey }) => hadKey),
    "a request had no key",
  );
  const least = fault.leastWaitMs ?? 0;
  demand((waitsMs[0] ?? 0) >= least, `waited ${waitsMs[0]} ms, not ${least}`);
  const [first, second] = arrivals;
  const isWaitReal = !first || !second || waitsMs.length === 0 || second.at - first.at >= least - TIMER_SLACK_MS;
  demand(isWaitReal, "said that it waited and did not");

  if (result === "created" && fault.method !== "GET") {
    const answer = settled as { data?: { test_run?: { id?: unknown } } } | undefined;
    demand(answer?.data?.test_run?.id === id, "the answer is not the documented one");
  } else if (settled instanceof Error && result !== "aborted") {
    const { operation, method, path } = settled as { operation?: string; method?: string; path?: string };
    demand(outcome !== undefined || result.startsWith("HTTP "), "the error has no outcome");
    demand(!containsSecret(settled, TEST_KEY), "the error holds the key");
    demand(!JSON.stringify(settled).includes(TEST_KEY), "the error as JSON holds the key");
    if (fault.method !== "GET") {
      demand(operation === "createTestRun" && method === "POST", `the error names ${operation} and ${method}`);
      demand(path === "/projects/{project_id}/test_runs", `the error names the path ${path}`);
      demand(outcome !== "unknown" || /look/i.test(settled.message), "the message does not say what to check");
    }
  } else {
    demand(result === "aborted" || fault.method === "GET", `settled as ${result} without an error`);
  }
  return problems;
};
