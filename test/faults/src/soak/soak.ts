import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import type { Outcome } from "../fault.ts";
import { operations } from "../operations.ts";
import type { CreateClient } from "../played-client.ts";
import { testKey } from "../rig/protocol.ts";
import { type Rig, startRig } from "../rig/rig.ts";
import { fetchNamedHostsFrom } from "../run/fetch-named-hosts.ts";
import { arbitraryReplies, namedLocations } from "./arbitrary-replies.ts";
import { countSoak, type SoakedRun, type SoakOutcome, type SoakResult } from "./count-soak.ts";

export interface SoakOptions {
  seed: number;
  creates: number;
  parallel: number;
  createClient: CreateClient;
  /** The time limit of a call in milliseconds, after which it counts as hanging. Default one minute. */
  hangsAfterMs?: number;
}

const attemptTimeoutMs = 2_000;

async function settle(call: Promise<unknown>, signal: AbortSignal, hangsAfterMs: number): Promise<SoakOutcome> {
  const settled = call.then(
    () => "created" as const,
    (error: { outcome?: Outcome }) =>
      signal.aborted && error === signal.reason ? "aborted" : (error?.outcome ?? "raw"),
  );
  const stopped = new AbortController();
  const late = wait(hangsAfterMs, "hangs" as const, { signal: stopped.signal }).catch(() => "hangs" as const);
  const result = await Promise.race([settled, late]);
  stopped.abort();
  return result;
}

/** Generates the faults of one create. */
const creations = fc.record({
  replies: arbitraryReplies(namedLocations),
  isUnreachable: fc.oneof({ weight: 49, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  abortAfterMs: fc.oneof({ weight: 19, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(50) }),
});

async function playAll(rig: Rig, options: SoakOptions): Promise<SoakedRun[]> {
  const { seed, creates, parallel, createClient, hangsAfterMs = 60_000 } = options;
  // All are drawn before anything runs, so that the order of events cannot change them.
  const drawn = fc.sample(creations, { seed, numRuns: creates }).values();
  const played: SoakedRun[] = [];
  const work = async (): Promise<void> => {
    const clientOf = (origin: string) =>
      createClient({
        apiKey: testKey,
        baseUrl: `${origin}/api/v1`,
        fetch: fetchNamedHostsFrom(rig.addresses.rig),
        timeout: attemptTimeoutMs,
      });
    // One client for many creates, as in practice: it remembers permanent redirects.
    const usual = clientOf("https://test-management.testsigma.com");
    const unreachable = clientOf(rig.addresses.closed);
    for (const { replies, isUnreachable, abortAfterMs } of drawn) {
      const run = rig.ledger.script({ replies });
      const controller = new AbortController();
      const timer = abortAfterMs === undefined ? undefined : setTimeout(() => controller.abort(), abortAfterMs);
      const call = operations.createTestRun.call(isUnreachable ? unreachable : usual, run.id, controller);
      played.push({ run, result: await settle(call, controller.signal, hangsAfterMs) });
      clearTimeout(timer);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return played;
}

/** Creates runs in parallel through random faults, and compares what callers saw with what the rig executed. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  let unhandledRejections = 0;
  const onUnhandled = (): void => {
    unhandledRejections += 1;
  };
  process.on("unhandledRejection", onUnhandled);
  try {
    await using rig = await startRig();
    const played = await playAll(rig, options);
    await rig.quiet();
    return { ...countSoak(played), unhandledRejections };
  } finally {
    process.off("unhandledRejection", onUnhandled);
  }
}
