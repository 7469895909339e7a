import type { Fault } from "../fault.ts";
import type { RunRecord } from "../rig/ledger.ts";
import { testKey } from "../rig/protocol.ts";
import type { CallResult } from "./call-client.ts";
import { containsSecret } from "./contains-secret.ts";

function isTestsigma(host: string): boolean {
  return host === "testsigma.com" || host.endsWith(".testsigma.com");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1";
}

/** A timer may fire a little early. */
const timerSlackMs = 5;

/** The rules that hold whatever the fault was; each one that is broken, in words. */
export function findProblems(
  fault: Fault,
  { result, outcome, settled }: CallResult,
  waitsMs: number[],
  record: RunRecord,
  id: string,
): string[] {
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
      isTestsigma(hostname) || isLoopback(hostname) || fault.allowedHosts?.includes(hostname) === true,
      `sent to ${origin}, which is not trusted`,
    );
    demand(origin.startsWith("https:") || isLoopback(hostname), `sent in clear to ${origin}`);
  }
  demand(
    arrivals.every(({ hadKey }) => hadKey),
    "a request had no key",
  );
  const least = fault.minimumWaitMs ?? 0;
  demand((waitsMs[0] ?? 0) >= least, `waited ${waitsMs[0]} ms, not ${least}`);
  const [first, second] = arrivals;
  const isWaitReal = !first || !second || waitsMs.length === 0 || second.at - first.at >= least - timerSlackMs;
  demand(isWaitReal, "said that it waited and did not");

  if (result === "created" && fault.method !== "GET") {
    const response = settled as { data?: { test_run?: { id?: unknown } } } | undefined;
    demand(response?.data?.test_run?.id === id, "the response is not the documented one");
  } else if (settled instanceof Error && result !== "aborted") {
    const { operation, method, path } = settled as { operation?: string; method?: string; path?: string };
    demand(outcome !== undefined || result.startsWith("HTTP "), "the error has no outcome");
    demand(!containsSecret(settled, testKey), "the error holds the key");
    demand(!JSON.stringify(settled).includes(testKey), "the error as JSON holds the key");
    if (fault.method !== "GET") {
      demand(operation === "createTestRun" && method === "POST", `the error names ${operation} and ${method}`);
      demand(path === "/projects/{project_id}/test_runs", `the error names the path ${path}`);
      demand(outcome !== "unknown" || /look/i.test(settled.message), "the message does not say what to check");
    }
  } else {
    demand(result === "aborted" || fault.method === "GET", `settled as ${result} without an error`);
  }
  return problems;
}
