import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import autocannon from "autocannon";
import { freePorts } from "../measure/free-ports.ts";
import { median } from "../measure/median.ts";
import { documentedRequest } from "./documented-request.ts";
import { type ServerContender, serverContenders } from "./server-contender.ts";

/** Number of concurrent connections of the load. */
export const connections = 10;
/** The duration of the warm-up, enough for the JIT compilers of all servers. */
const warmUpSeconds = 3;

interface Measured extends ServerContender {
  /** The times until the first response, in milliseconds. */
  startups: number[];
  /** The throughputs, in requests per second. */
  speeds: number[];
  invalidStatus: number;
}

/** Returns the rows of a table with each server's time to its first response and its requests per second. */
export async function compareServers(peers: string, { rounds, seconds }: { rounds: number; seconds: number }) {
  const ports = await freePorts(7);
  const port = (index: number) => String(ports[index]);
  const contenders = serverContenders(peers, port).map(
    (contender): Measured => ({ ...contender, startups: [], speeds: [], invalidStatus: 0 }),
  );
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds}`);
    for (const [index, contender] of contenders.entries()) {
      const { basePath, startups, speeds } = contender;
      const url = `http://127.0.0.1:${port(index)}${basePath}${documentedRequest.path}`;
      const { server, milliseconds } = await start(contender, url);
      startups.push(milliseconds);
      speeds.push(await load(url, seconds));
      contender.invalidStatus = (await fetch(url, { ...documentedRequest.init, body: '{"title":5}' })).status;
      const exit = once(server, "exit");
      server.kill("SIGTERM");
      await exit;
    }
  }
  const [own] = contenders;
  const ratio = (values: number[], base: number[] = []) => (median(values) / median(base)).toFixed(2);
  return [
    ["Command", "first response after: ms", "ratio", "requests a second", "ratio", "invalid body"],
    ...contenders.map(({ name, startups, speeds, invalidStatus }) => [
      name,
      median(startups).toFixed(0),
      ratio(startups, own?.startups),
      median(speeds).toFixed(0),
      ratio(speeds, own?.speeds),
      invalidStatus,
    ]),
  ];
}

async function start(
  { program, args, env }: ServerContender,
  url: string,
): Promise<{ server: ChildProcess; milliseconds: number }> {
  const before = performance.now();
  const server = spawn(program, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error(`${args.join(" ")} ended with ${server.exitCode}.`);
    await setTimeout(2);
  }
  return { server, milliseconds: performance.now() - before };
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(url, documentedRequest.init).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok === true;
}

async function load(url: string, seconds: number): Promise<number> {
  await autocannon({ ...documentedRequest.init, url, connections, duration: warmUpSeconds });
  const result = await autocannon({ ...documentedRequest.init, url, connections, duration: seconds });
  if (result.non2xx + result.errors > 0) throw new Error(`${url} failed ${result.non2xx + result.errors} times.`);
  return result["2xx"] / result.duration;
}
