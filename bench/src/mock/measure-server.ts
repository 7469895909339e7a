import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import autocannon from "autocannon";
import type { Contender } from "./contenders.ts";
import type { RequestKind } from "./requests.ts";

interface Load {
  /** The CPU time of a request, in microseconds. */
  cpu: number;
  /** Requests per second. */
  speed: number;
}

export interface Measured {
  /** The time until the first response, in milliseconds. */
  startup: number;
  status: number;
  first: Load;
  warm: Load;
}

/** Starts a server, measures it under two loads of so many seconds, and ends it. */
export async function measureServer(contender: Contender, kind: RequestKind, seconds: number): Promise<Measured> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}${contender.basePath}${kind.path}`;
  const args = contender.args.map((arg) => arg.replace("{port}", String(port)));
  const before = performance.now();
  const server = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NO_COLOR: "1", ...contender.env },
  });
  const exit = once(server, "exit");
  try {
    const status = await firstStatus(server, url, kind.init);
    const startup = performance.now() - before;
    const first = await load(server, url, kind, seconds);
    return { startup, status, first, warm: await load(server, url, kind, seconds) };
  } finally {
    server.kill("SIGTERM");
    await exit;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function firstStatus(server: ChildProcess, url: string, init: RequestInit): Promise<number> {
  for (;;) {
    const response = await fetch(url, init).catch(() => undefined);
    await response?.arrayBuffer();
    if (response) return response.status;
    if (server.exitCode !== null) throw new Error(`${server.spawnargs.join(" ")} ended with ${server.exitCode}.`);
    await setTimeout(2);
  }
}

async function load({ pid = 0 }: ChildProcess, url: string, kind: RequestKind, seconds: number): Promise<Load> {
  const before = await cpuOf(pid);
  const result = await autocannon({ ...kind.init, url, connections: 10, duration: seconds, idReplacement: true });
  const after = await cpuOf(pid);
  const [expected, others] = kind.isAccepted ? [result["2xx"], result.non2xx] : [result.non2xx, result["2xx"]];
  if (others + result.errors > 0) throw new Error(`${url}: ${others + result.errors} unexpected responses.`);
  return { cpu: (after - before) / expected, speed: expected / result.duration };
}

/** Returns the CPU time of a process and its children, in microseconds; `NaN` where the system is not Linux. */
async function cpuOf(pid: number | string): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const [user, system] = stat.slice(stat.lastIndexOf(")")).split(" ").slice(12);
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).split(" ").filter((child) => child);
  const theirs = await Promise.all(children.map(cpuOf));
  // A tick is 10 ms.
  return theirs.reduce((sum, cpu) => sum + cpu, (Number(user) + Number(system)) * 10_000);
}
