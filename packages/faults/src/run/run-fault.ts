import type { Expected, Fault } from "../fault.ts";
import type { RunRecord } from "../rig/ledger.ts";
import type { RigAddresses } from "../rig/rig.ts";
import { TEST_KEY } from "../rig/test-key.ts";
import { type CreateClient, createRun, readRuns, type Told, tell } from "./call-client.ts";
import { findProblems } from "./find-problems.ts";
import { fetchNamedHostsFrom } from "./named-hosts.ts";

/** What came of a fault, as far as the matrix shows it. */
export interface ObservedFault extends Expected {
  name: string;
  /** The origins that the client asked, in order. */
  asked: string[];
  /** Which rules that hold for every fault were broken. */
  problems: string[];
  /** The error's message, for whoever looks into a bad row. */
  message?: string;
}

/** A call that has not settled by then hangs. The slowest fault takes a few seconds. */
const HANGS_AFTER_MS = 25_000;

/** Between two calls: no runtime tells when it has seen that the server left a connection. */
const IDLE_MS = 200;

const ABORT_REASON = new Error("the caller has had enough");

const originOf = (addresses: RigAddresses, target: NonNullable<Fault["target"]>): string => {
  switch (target) {
    case "rig":
      return addresses.rig;
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
};

const ask = async <T>(control: string, path: string, body?: unknown): Promise<T> => {
  const response = await fetch(`${control}/${path}`, body ? { method: "POST", body: JSON.stringify(body) } : {});
  return (await response.json()) as T;
};

const scriptRun = async (control: string, replies: Fault["replies"], repeats = false): Promise<string> =>
  (await ask<{ id: string }>(control, "runs", { replies, repeats })).id;

const hang = (afterMs: number): { promise: Promise<Told>; stop: () => void } => {
  let timer: ReturnType<typeof setTimeout>;
  const promise = new Promise<Told>((resolve) => {
    timer = setTimeout(() => resolve({ result: "hangs", settled: undefined }), afterMs);
  });
  return { promise, stop: () => clearTimeout(timer) };
};

/** Plays one fault to a new client and compares what the caller was told with what the rig executed. */
export const runFault = async (
  fault: Fault,
  addresses: RigAddresses,
  createClient: CreateClient,
  hangsAfterMs = HANGS_AFTER_MS,
): Promise<ObservedFault> => {
  const { rig, control } = addresses;
  const { replies, repeats, target = "rig", method = "POST", abort } = fault;
  const waitsMs: number[] = [];
  const controller = new AbortController();
  const id = await scriptRun(control, replies, repeats);
  const client = createClient({
    apiKey: TEST_KEY,
    baseUrl: `${originOf(addresses, target)}/api/v1`,
    ...(target.startsWith("https://") && { fetch: fetchNamedHostsFrom(rig) }),
    ...fault.options,
    onRetry: ({ waitMs }) => {
      waitsMs.push(waitMs);
      if (abort === "in back-off") controller.abort(ABORT_REASON);
    },
  });
  // Its own fate is another fault's matter.
  if (fault.before) {
    await createRun(client, await scriptRun(control, [fault.before])).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  }
  if (abort === "before the call") controller.abort(ABORT_REASON);
  if (abort === "in flight") void ask(control, `runs/${id}/arrival`).then(() => controller.abort(ABORT_REASON));

  const call =
    method === "POST"
      ? tell("created", createRun(client, id, controller.signal), ABORT_REASON)
      : tell("answered", readRuns(client, id), ABORT_REASON);
  const hanging = hang(hangsAfterMs);
  const told = await Promise.race([call, hanging.promise]);
  hanging.stop();
  const record = await ask<RunRecord>(control, `runs/${id}`);
  const { result, settled, outcome } = told;
  // Only an error tells its attempts; a success came with the last one, and an abort may have come before the first.
  const { attempts = result === "aborted" ? record.arrivals.length : waitsMs.length + 1 } = told;
  return {
    name: fault.name,
    result,
    tries: attempts,
    ...(outcome && { outcome }),
    executed: record.executed,
    asked: record.arrivals.map(({ origin }) => origin),
    problems: findProblems(fault, told, waitsMs, record, id),
    ...(settled instanceof Error && { message: settled.message }),
  };
};
