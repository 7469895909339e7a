import { setTimeout as wait } from "node:timers/promises";
import type { Outcome } from "../fault.ts";
import type { ScriptedRun } from "../rig/ledger.ts";
import { type Rig, startRig } from "../rig/rig.ts";
import { TEST_KEY } from "../rig/test-key.ts";
import { type CreateClient, createRun } from "../run/call-client.ts";
import { fetchNamedHostsFrom } from "../run/named-hosts.ts";
import { countSoak, type SoakResult, type Told } from "./count-soak.ts";
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

const ATTEMPT_MS = 2_000;

const tell = async (call: Promise<unknown>, signal: AbortSignal, hangsAfterMs: number): Promise<Told> => {
  const settled = call.then(
    () => "created" as const,
    (error: { outcome?: Outcome }) =>
      signal.aborted && error === signal.reason ? "aborted" : (error?.outcome ?? "raw"),
  );
  const stopped = new AbortController();
  const late = wait(hangsAfterMs, "hangs" as const, { signal: stopped.signal }).catch(() => "hangs" as const);
  const told = await Promise.race([settled, late]);
  stopped.abort();
  return told;
};

/** What befalls one create; drawn before anything runs, so that the order of events cannot change it. */
const draw = (random: () => number) => ({
  replies: randomReplies(random),
  isRefused: random() < 0.02,
  abortAfterMs: random() < 0.05 ? random() * 50 : undefined,
});

const playAll = async (rig: Rig, options: SoakOptions): Promise<{ told: Told; run: ScriptedRun }[]> => {
  const { seed, creates, atOnce, createClient, hangsAfterMs = 60_000 } = options;
  const random = seededRandom(seed);
  const creations = Array.from({ length: creates }, () => draw(random)).values();
  const played: { told: Told; run: ScriptedRun }[] = [];
  const work = async (): Promise<void> => {
    const clientOf = (origin: string) =>
      createClient({
        apiKey: TEST_KEY,
        baseUrl: `${origin}/api/v1`,
        fetch: fetchNamedHostsFrom(rig.addresses.rig),
        timeout: ATTEMPT_MS,
      });
    // One client for many creates, as in life: it remembers permanent redirects.
    const usual = clientOf("https://test-management.testsigma.com");
    const refused = clientOf(rig.addresses.closed);
    for (const { replies, isRefused, abortAfterMs } of creations) {
      const run = rig.ledger.script(replies, false);
      const controller = new AbortController();
      const timer = abortAfterMs === undefined ? undefined : setTimeout(() => controller.abort(), abortAfterMs);
      const call = createRun(isRefused ? refused : usual, run.id, controller.signal);
      played.push({ run, told: await tell(call, controller.signal, hangsAfterMs) });
      clearTimeout(timer);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return played;
};

/** Creates runs side by side through random faults and compares what the callers were told with what was executed. */
export const soak = async (options: SoakOptions): Promise<SoakResult> => {
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
};
