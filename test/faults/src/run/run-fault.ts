import type { ClientOptions, Outcome, TestsigmaClient } from "@testsigma-tms/client";
import type { EarlierRequest, Fault, ObservedFault } from "../fault.ts";
import { operations } from "../operations.ts";
import type { RunRecord } from "../rig/ledger.ts";
import { type RigAddresses, testKey } from "../rig/protocol.ts";
import { ask, scriptRun } from "./ask-rig.ts";
import { type CallResult, findProblems } from "./find-problems.ts";

export type CreateClient = (options: ClientOptions) => TestsigmaClient;

/** The time limit of a call, after which it counts as hanging. The slowest fault takes a few seconds. */
const defaultHangsAfterMs = 25_000;

/** The pause between two calls: no runtime tells when it has noticed that the server closed a connection. */
const idleMs = 200;

const abortReason = new Error("aborted by the test");

/** Sends the earlier request. Its result is ignored: another fault tests that call itself. */
async function sendEarlier(
  { by, reply }: EarlierRequest,
  origin: string,
  control: string,
  client: TestsigmaClient,
): Promise<void> {
  const operation = by === "plain fetch" ? "listTestRuns" : by;
  const id = await scriptRun(control, { replies: [reply], operation });
  const call =
    by === "plain fetch"
      ? fetch(`${origin}/${id}`).then((response) => response.text())
      : operations[by].call(client, id, {});
  await call.catch(() => undefined);
}

/** Plays one fault to a new client and compares the result that the caller saw with what the rig executed. */
export async function runFault(
  fault: Omit<Fault, "expected">,
  addresses: RigAddresses,
  createClient: CreateClient,
  hangsAfterMs = defaultHangsAfterMs,
): Promise<ObservedFault> {
  const { control } = addresses;
  const { replies, target = "rig", operation = "createTestRun", formBytes, before, isAborted } = fault;
  let retries = 0;
  const controller = new AbortController();
  const id = await scriptRun(control, { replies, operation });
  const origin = addresses[target];
  const client = createClient({
    apiKey: testKey,
    baseUrl: `${origin}/api/v1`,
    ...fault.options,
    onRetry: () => {
      retries++;
    },
  });
  if (before) {
    await Promise.all(Array.from({ length: before.times ?? 1 }, () => sendEarlier(before, origin, control, client)));
    await new Promise((resolve) => setTimeout(resolve, idleMs));
  }
  if (isAborted) void ask(control, `runs/${id}/arrival`).then(() => controller.abort(abortReason));

  const { signal } = controller;
  const call = settle(operations[operation].call(client, id, { signal, formBytes }), abortReason);
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<CallResult>((resolve) => {
    timer = setTimeout(() => resolve({ result: "hangs", settled: undefined }), hangsAfterMs);
  });
  const settledCall = await Promise.race([call, hanging]);
  clearTimeout(timer);
  const record = await ask<RunRecord>(control, `runs/${id}`);
  const { result, settled, outcome } = settledCall;
  // Only an error has its number of attempts.
  const { attempts = retries + 1 } = settledCall;
  return {
    name: fault.name,
    result,
    attempts,
    ...(outcome && { outcome }),
    executed: record.executed,
    problems: findProblems(fault, settledCall, record, id),
    ...(settled instanceof Error && { message: settled.message }),
  };
}

/** Awaits a call; never rejects. */
async function settle(call: Promise<unknown>, abortReason: Error): Promise<CallResult> {
  try {
    return { result: "succeeded", settled: await call };
  } catch (error) {
    if (error === abortReason) return { result: "aborted", settled: error };
    const { name, attempts, outcome } = error as { name: string; attempts?: number; outcome?: Outcome };
    return { result: name, settled: error, ...(attempts !== undefined && { attempts }), ...(outcome && { outcome }) };
  }
}
