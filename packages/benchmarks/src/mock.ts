/**
 * Compares `testsigma-mock` with Prism's own command on the same description, side by side: the time from the start of
 * the process to the first answer, and answered requests a second. Rounds alternate, so that a busy machine is busy for
 * all of them. Start it with `pnpm --filter benchmarks mock`.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { setTimeout } from "node:timers/promises";
import autocannon from "autocannon";
import { median } from "./median.ts";

const rounds = 5;
const secondsOfLoad = 3;
const connections = 10;

const require = createRequire(import.meta.url);
const spec = require.resolve("@testsigma-tms/spec/openapi.json");
const prism = require.resolve("@stoplight/prism-cli");
const mock = require.resolve("@testsigma-tms/mock/package.json").replace("package.json", "dist/command.js");

const contenders = [
  { name: "testsigma-mock", args: [mock, "--port", "4710"], origin: "http://127.0.0.1:4710" },
  { name: "prism mock", args: [prism, "mock", spec, "--port", "4711"], origin: "http://127.0.0.1:4711" },
  {
    name: "prism mock -v silent",
    args: [prism, "mock", spec, "-v", "silent", "--port", "4712"],
    origin: "http://127.0.0.1:4712",
  },
];

const { paths, components } = require("@testsigma-tms/spec/openapi.json");
const [path = ""] = Object.keys(paths);
const body = JSON.stringify(components.examples.RegressionSuite.value);
const request = {
  method: "POST" as const,
  headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
  body,
};
function urlOf(origin: string) {
  return origin + path.replace("{project_id}", components.parameters.ProjectId.example);
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

const startups = contenders.map((): number[] => []);
const speeds = contenders.map((): number[] => []);
for (let round = 1; round <= rounds; round++) {
  console.error(`Round ${round} of ${rounds}`);
  for (const [index, { args, origin }] of contenders.entries()) {
    const { server, milliseconds } = await start(args, urlOf(origin));
    startups[index]?.push(milliseconds);
    speeds[index]?.push(await load(urlOf(origin)));
    const exit = once(server, "exit");
    server.kill("SIGTERM");
    await exit;
  }
}

const [ownStartup = 0, ...otherStartups] = startups.map(median);
const [ownSpeed = 0, ...otherSpeeds] = speeds.map(median);
console.log(
  `Medians of ${rounds} rounds, ${connections} connections, Node ${process.version}, ${cpus().length} cores\n`,
);
console.log("| | Ready after | Requests a second | testsigma-mock is ready in | testsigma-mock answers |");
console.log("|---|---|---|---|---|");
console.log(`| ${contenders[0]?.name} | ${ownStartup.toFixed(0)} ms | ${ownSpeed.toFixed(0)} | | |`);
for (const [index, { name }] of contenders.slice(1).entries()) {
  const [startup = 0, speed = 0] = [otherStartups[index], otherSpeeds[index]];
  const [later, more] = [ownStartup / startup, ownSpeed / speed].map((ratio) => ratio.toFixed(2));
  console.log(
    `| ${name} | ${startup.toFixed(0)} ms | ${speed.toFixed(0)} | ${later} of the time | ${more} times as many |`,
  );
}
