import { setTimeout as wait } from "node:timers/promises";
import type { Outcome } from "../fault.ts";
import { startRig } from "../rig/rig.ts";
import { TEST_KEY } from "../rig/test-key.ts";
import { fetchNamedHostsFrom } from "../run/named-hosts.ts";
import type { CreateClient } from "../run/run-fault.ts";
import { randomReplies } from "./random-replies.ts";
import { seededRandom } from "./seeded-random.ts";

export interface SoakOptions {
  seed: number;
  creates: number;
  atOnce: number;
  createClient: CreateClient;
  /** A call that has not settled by then hangs. In milliseconds; default one minute. */
  hangsAfterMs?: number;
}

/** Counts of creates, but for the last two. */
export interface SoakResult {
  created: number;
  "not-sent": number;
  rejected: number;
  unknown: number;
  /** Of the unknown ones. */
  unknownAndExecuted: number;
  /** By the rig: equal to `created` plus `unknownAndExecuted` when all is well. */
  executed: number;
  /** Executed more than once. */
  duplicates: number;
  /** Executed but reported as not executed, or reported as created without being so. */
  lost: number;
  hangs: number;
  /** Failed with something that is no error of the client. */
  raw: number;
  /** Requests that carried the key to a host that nobody trusts. */
  leaks: number;
  unhandledRejections: number;
}

type Told = "created" | Outcome | "hangs" | "raw";

const ATTEMPT_MS = 2_000;
const tell = async (call: Promise<unknown>, hangsAfterMs: number): Promise<Told> => {
  const controller = new AbortController();
  const { signal } = controller;
  const settled = call.then(
    () => "created" as const,
    (error: { outcome?: Outcome }) => error?.outcome ?? "raw",
  );
  const late = wait(hangsAfterMs, "hangs" as const, { signal }).catch(() => "hangs" as const);
  const told = await Promise.race([settled, late]);
  controller.abort();
  return told;
};

const isTrusted = (origin: string): boolean => /^https:\/\/([\w-]+\.)*testsigma\.com$/.test(origin);

/** Creates runs side by side through random faults and compares what the callers were told with what was executed. */
export const soak = async (options: SoakOptions): Promise<SoakResult> => {
  const { seed, creates, atOnce, createClient, hangsAfterMs = 60_000 } = options;
  const random = seededRandom(seed);
  await using rig = await startRig();
  const result: SoakResult = {
    created: 0,
    "not-sent": 0,
    rejected: 0,
    unknown: 0,
    unknownAndExecuted: 0,
    executed: 0,
    duplicates: 0,
    lost: 0,
    hangs: 0,
    raw: 0,
    leaks: 0,
    unhandledRejections: 0,
  };
  const onUnhandled = (): void => {
    result.unhandledRejections += 1;
  };
  process.on("unhandledRejection", onUnhandled);
  const scripts = Array.from({ length: creates }, () => ({
    replies: randomReplies(random),
    isRefused: random() < 0.02,
  })).values();

  const work = async (): Promise<void> => {
    for (const { replies, isRefused } of scripts) {
      const run = rig.ledger.script(replies, false);
      const client = createClient({
        apiKey: TEST_KEY,
        baseUrl: isRefused ? `${rig.addresses.closed}/api/v1` : "https://test-management.testsigma.com/api/v1",
        fetch: fetchNamedHostsFrom(rig.addresses.rig),
        timeout: ATTEMPT_MS,
      });
      const told = await tell(
        client.createTestRun({
          project_id: run.id,
          title: `Run ${run.id}`,
          status: "ACTIVE",
          selection_type: "STATIC",
          static_selection_filters: [],
        }),
        hangsAfterMs,
      );
      const { executed, arrivals } = run.record;
      result[told] += 1;
      if (told === "unknown" && executed > 0) result.unknownAndExecuted += 1;
      if (executed > 1) result.duplicates += 1;
      if (told === "created" ? executed === 0 : told !== "unknown" && executed > 0) result.lost += 1;
      result.leaks += arrivals.filter(({ origin, hadKey }) => hadKey && !isTrusted(origin)).length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // A rejection is reported as unhandled one turn after it happened.
  await wait(0);
  process.off("unhandledRejection", onUnhandled);
  result.executed = rig.ledger.executed;
  return result;
};

/** What must not have happened, in words. */
export const soakProblems = (result: SoakResult): string[] => {
  const zero = ["duplicates", "lost", "hangs", "raw", "leaks", "unhandledRejections"] as const;
  const problems = zero.filter((name) => result[name] > 0).map((name) => `${name}: ${result[name]}`);
  const told = result.created + result.unknownAndExecuted;
  if (result.executed !== told) problems.push(`executed ${result.executed}, but the reports account for ${told}`);
  return problems;
};
