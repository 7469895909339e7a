import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { type Reply, success } from "../reply.ts";
import { testKey } from "../rig/protocol.ts";
import type { Rig } from "../rig/rig.ts";

const script = fileURLToPath(new URL("create-in-company.mjs", import.meta.url));

/** The process that creates the runs. */
export interface CompanyProcess {
  /** The command that starts Node. @default the Node that runs this */
  node?: string[];
  /** The folder that the package is loaded from. @default this package */
  from?: string;
}

/**
 * Creates a run for each reply, in a process that another library changes. Returns what the client reported for each
 * run, and how often it was executed.
 */
export async function createInCompany(rig: Rig, company: string, replies: Reply[], process_: CompanyProcess = {}) {
  const { node: [program = "", ...before] = [process.execPath], from } = process_;
  const runs = replies.map((reply) => rig.ledger.script({ replies: [reply] }));
  const args = [...before, script, company, `${rig.addresses.rig}/api/v1`, ...runs.map(({ id }) => id)];
  const closed = rig.addresses["closed port"];
  const env = { TESTSIGMA_API_KEY: testKey, CLOSED_SERVER: closed, ...(from && { COMPANY_FROM: from }) };
  const { stdout, stderr } = await x(program, args, { nodeOptions: { env } });
  if (!stdout) return [stderr];
  const said: string[] = JSON.parse(stdout);
  return said.map((result, index) => `${result}, executed ${runs[index]?.record.executed}`);
}

const keptOpen = success({ keepAlive: true });

/** The replies to four creates; the connection of the third dies after it was executed. */
export const dyingInBetween = [
  keptOpen,
  keptOpen,
  success({ cut: { at: "before the response", by: "resetting" } }),
  keptOpen,
];

/** The reports of these creates. */
export const oneUnknown = [
  "succeeded, executed 1",
  "succeeded, executed 1",
  "ConnectionError unknown, executed 1",
  "succeeded, executed 1",
];

export const times = ["before the first request", "after the first request"] as const;
