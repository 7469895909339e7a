import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import autocannon from "autocannon";
import { markdownTable } from "markdown-table";
import { median } from "./median.ts";

const rounds = 5;
const secondsOfLoad = 3;
const connections = 10;

const require = createRequire(import.meta.url);
const spec = require.resolve("@testsigma-tms/spec/openapi.json");
const prism = require.resolve("@stoplight/prism-cli");
const mockManifest = require.resolve("@testsigma-tms/mock/package.json");
const mock = join(dirname(mockManifest), require(mockManifest).bin["testsigma-mock"]);

const contenders = [
  { name: "testsigma-mock", port: 4710, args: [mock] },
  { name: "prism mock", port: 4711, args: [prism, "mock", spec] },
  { name: "prism mock -v silent", port: 4712, args: [prism, "mock", spec, "-v", "silent"] },
];

const { components } = require("@testsigma-tms/spec/openapi.json");
const example = components.examples.RegressionSuite.value;
const request = {
  method: "POST" as const,
  headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
  body: JSON.stringify(example),
};

/**
 * Prints how `testsigma-mock` compares with Prism's own command on the same spec, side by side: the time from the start
 * of the process to the first response, and requests a second. Rounds alternate, so that a busy machine is busy for all.
 */
export async function compareMocks(): Promise<void> {
  const startups = contenders.map((): number[] => []);
  const speeds = contenders.map((): number[] => []);
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds}`);
    for (const [index, { args, port }] of contenders.entries()) {
      const url = `http://127.0.0.1:${port}/projects/${example.project_id}/test_runs`;
      const { server, milliseconds } = await start([...args, "--port", String(port)], url);
      startups[index]?.push(milliseconds);
      speeds[index]?.push(await load(url));
      const exit = once(server, "exit");
      server.kill("SIGTERM");
      await exit;
    }
  }

  const [ownStartup = 0, ...otherStartups] = startups.map(median);
  const [ownSpeed = 0, ...otherSpeeds] = speeds.map(median);
  const [own, ...others] = contenders;
  const rows = others.map(({ name }, index) => {
    const [startup = 0, speed = 0] = [otherStartups[index], otherSpeeds[index]];
    const ratios = [ownStartup / startup, ownSpeed / speed].map((ratio) => ratio.toFixed(2));
    return [name, `${startup.toFixed(0)} ms`, speed.toFixed(0), ...ratios];
  });
  console.log(
    `Medians of ${rounds} rounds, ${connections} connections, Node ${process.version}, ${cpus().length} cores\n`,
  );
  console.log(
    markdownTable([
      ["Command", "ready after", "requests a second", "start: ratio to it", "requests: ratio to it"],
      [own?.name ?? "", `${ownStartup.toFixed(0)} ms`, ownSpeed.toFixed(0), "", ""],
      ...rows,
    ]),
  );
  console.log(
    `\ntestsigma-mock starts in ${rows[0]?.[3]} × Prism's time and serves ${rows[0]?.[4]} × as many requests.`,
  );
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(url, request).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status === 200;
}

async function start(args: string[], url: string): Promise<{ server: ChildProcess; milliseconds: number }> {
  const before = performance.now();
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  server.stdout.resume();
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error(`${args.join(" ")} ended with ${server.exitCode}.`);
    await setTimeout(2);
  }
  return { server, milliseconds: performance.now() - before };
}

async function load(url: string): Promise<number> {
  await autocannon({ ...request, url, connections, duration: 1 });
  const result = await autocannon({ ...request, url, connections, duration: secondsOfLoad });
  if (result.non2xx + result.errors > 0) throw new Error(`${url} failed ${result.non2xx + result.errors} times.`);
  return result["2xx"] / result.duration;
}
