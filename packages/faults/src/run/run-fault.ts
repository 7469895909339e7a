import type { TestsigmaClient as Client, ClientOptions } from "@testsigma-tms/client";
import type { Expected, Fault, Outcome } from "../fault.ts";
import type { RunRecord } from "../rig/ledger.ts";
import type { RigAddresses } from "../rig/rig.ts";
import { TEST_KEY } from "../rig/test-key.ts";
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

/** What the caller of the client was told. */
export interface CallReport {
  result: string;
  tries: number;
  outcome?: Outcome;
  waitsMs: number[];
  /** The answer or the error. */
  settled: unknown;
}

export type CreateClient = (options: ClientOptions) => Client;

/** A call that has not settled by then hangs. The slowest fault takes a few seconds. */
const HANGS_AFTER_MS = 25_000;

/** Between two calls: no runtime tells when it has seen that the server left a connection. */
const IDLE_MS = 200;

const baseUrls = (addresses: RigAddresses, target: NonNullable<Fault["target"]>): string => {
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

/** Orders a run from the rig that is answered as scripted; resolves with its id. */
export const scriptRun = async (control: string, replies: Fault["replies"], repeats = false): Promise<string> =>
  (await ask<{ id: string }>(control, "runs", { replies, repeats })).id;

const createRun = (client: Client, id: string, signal?: AbortSignal): Promise<unknown> =>
  client.createTestRun(
    {
      project_id: id,
      title: `Run ${id}`,
      status: "ACTIVE",
      selection_type: "STATIC",
      static_selection_filters: [],
    },
    signal && { signal },
  );

const readRuns = async ({ http }: Client, id: string): Promise<unknown> => {
  // The API has no documented read yet, so its path is not in the types.
  const { data, error, response } = await http.GET(`/projects/${id}/test_runs` as never);
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(error)), { name: `HTTP ${response.status}` });
  return data;
};

const reportCall = async (
  success: "created" | "answered",
  call: () => Promise<unknown>,
  isAborted: () => boolean,
): Promise<Omit<CallReport, "waitsMs">> => {
  try {
    return { result: success, tries: 0, settled: await call() };
  } catch (error) {
    if (isAborted() && error === ABORT_REASON) return { result: "aborted", tries: 0, settled: error };
    const { name, attempts = 0, outcome } = error as { name: string; attempts?: number; outcome?: Outcome };
    return { result: name, tries: attempts, ...(outcome && { outcome }), settled: error };
  }
};

const ABORT_REASON = new Error("the caller has had enough");

const hang = (afterMs: number): { promise: Promise<Omit<CallReport, "waitsMs">>; stop: () => void } => {
  let timer: ReturnType<typeof setTimeout>;
  const promise = new Promise<Omit<CallReport, "waitsMs">>((resolve) => {
    timer = setTimeout(() => resolve({ result: "hangs", tries: 0, settled: undefined }), afterMs);
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
    baseUrl: `${baseUrls(addresses, target)}/api/v1`,
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

  const hanging = hang(hangsAfterMs);
  const call = (): Promise<unknown> =>
    method === "POST" ? createRun(client, id, controller.signal) : readRuns(client, id);
  const success = method === "POST" ? "created" : "answered";
  const reported = reportCall(success, call, () => controller.signal.aborted);
  const { settled, ...told } = await Promise.race([reported, hanging.promise]);
  hanging.stop();
  const record = await ask<RunRecord>(control, `runs/${id}`);
  const report: CallReport = { ...told, tries: told.tries || waitsMs.length + 1, waitsMs, settled };
  return {
    name: fault.name,
    result: report.result,
    tries: report.tries,
    ...(report.outcome && { outcome: report.outcome }),
    executed: record.executed,
    asked: record.arrivals.map(({ origin }) => origin),
    problems: findProblems(fault, report, record, id),
    ...(settled instanceof Error && { message: settled.message }),
  };
};
