import type { TestsigmaClient } from "@testsigma-tms/client";
import type { EarlierRequest, Fault, ObservedFault } from "../fault.ts";
import { operations } from "../operations.ts";
import type { CreateClient } from "../played-client.ts";
import type { RunRecord } from "../rig/ledger.ts";
import { type RigAddresses, testKey } from "../rig/protocol.ts";
import { ask, scriptRun } from "./ask-rig.ts";
import { type CallResult, settle } from "./call-client.ts";
import { fetchNamedHostsFrom } from "./fetch-named-hosts.ts";
import { findProblems } from "./find-problems.ts";

/** The time limit of a call, after which it counts as hanging. The slowest fault takes a few seconds. */
const defaultHangsAfterMs = 25_000;

/** The pause between two calls: no runtime tells when it has noticed that the server closed a connection. */
const idleMs = 200;

const abortReason = new Error("aborted by the test");

function originOf(addresses: RigAddresses, target: NonNullable<Fault["target"]>): string {
  switch (target) {
    case "rig":
    case "http2":
      return addresses[target];
    case "closed port":
      return addresses.closed;
    case "untrusted certificate":
      return addresses.tls;
    case "not TLS":
      return addresses.rig.replace("http:", "https:");
    case "silent port":
      return addresses.silent;
    default:
      return target;
  }
}

function hang(afterMs: number): { promise: Promise<CallResult>; stop: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  const promise = new Promise<CallResult>((resolve) => {
    timer = setTimeout(() => resolve({ result: "hangs", settled: undefined }), afterMs);
  });
  return { promise, stop: () => clearTimeout(timer) };
}

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
  const { rig, control } = addresses;
  const { replies, repeats, target = "rig", operation = "createTestRun", formBytes, before, abort } = fault;
  const waitsMs: number[] = [];
  const controller = new AbortController();
  const id = await scriptRun(control, { replies, repeats, operation });
  const origin = originOf(addresses, target);
  const client = createClient({
    apiKey: testKey,
    baseUrl: `${origin}/api/v1`,
    ...(target.startsWith("https://") && { fetch: fetchNamedHostsFrom(rig) }),
    ...fault.options,
    onRetry: ({ waitMs }) => {
      waitsMs.push(waitMs);
      if (abort === "in back-off") controller.abort(abortReason);
    },
  });
  if (before) {
    await Promise.all(Array.from({ length: before.times ?? 1 }, () => sendEarlier(before, origin, control, client)));
    await new Promise((resolve) => setTimeout(resolve, idleMs));
  }
  if (abort === "before the call") controller.abort(abortReason);
  if (abort === "in flight") void ask(control, `runs/${id}/arrival`).then(() => controller.abort(abortReason));

  const { signal } = controller;
  const call = settle(operations[operation].call(client, id, { signal, formBytes }), abortReason);
  const hanging = hang(hangsAfterMs);
  const settledCall = await Promise.race([call, hanging.promise]);
  hanging.stop();
  const record = await ask<RunRecord>(control, `runs/${id}`);
  const { result, settled, outcome } = settledCall;
  // Only an error has its number of attempts; a success came with the last one, and an abort may precede the first.
  const { attempts = result === "aborted" ? record.arrivals.length : waitsMs.length + 1 } = settledCall;
  return {
    name: fault.name,
    result,
    attempts,
    ...(outcome && { outcome }),
    executed: record.executed,
    origins: record.arrivals.map(({ origin }) => origin),
    problems: findProblems(fault, settledCall, waitsMs, record, id),
    ...(settled instanceof Error && { message: settled.message }),
  };
}
