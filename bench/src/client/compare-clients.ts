import { fork } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, medianRatio } from "../measure/median.ts";
import { Report } from "../measure/report.ts";
import { installPeers } from "../peers/install-peers.ts";
import { redoclyVersion } from "../peers/redocly.ts";
import { type BundledContender, bundleContenders } from "./bundle-contenders.ts";
import { baseline } from "./contender.ts";
import { humanIds } from "./exchange.ts";
import { type Arena, type StartedContender, startContender, type Turn } from "./start-contender.ts";

export interface ClientComparison {
  rounds: number;
  /** Number of calls in a round over a stubbed `fetch`; a round over a socket makes a tenth of them. */
  calls: number;
  write: boolean;
}

const parallel = 10;
const turns: { title: string; kind: Turn["kind"]; atOnce: number }[] = [
  { title: "create", kind: "create", atOnce: 1 },
  { title: "create, parallel", kind: "create", atOnce: parallel },
  { title: "read", kind: "read", atOnce: 1 },
  { title: "read, parallel", kind: "read", atOnce: parallel },
];

/** Compares time and size of calls: over a stubbed `fetch` in Node and Bun, and over http(s) to another process. */
export async function compareClients({ rounds, calls, write }: ClientComparison): Promise<void> {
  const peers = await installPeers("client");
  const contenders = await bundleContenders(peers);
  const report = new Report(
    "The client beside others",
    `\`pnpm bench client\`: medians of ${rounds} rounds in which the contenders take turns, each in a process of its own. ` +
      `The ratio is to ${baseline}, round by round. "parallel" is ${parallel} calls at once.`,
  );
  report.text(contenders.map(({ name, does }) => `- **${name}**: ${does}.`).join("\n"));

  const stub = { baseUrl: "stub", expectedId: humanIds.stub };
  await compare(report, "Over a stubbed fetch", contenders, { ...stub, rounds, calls });
  const [bun] = globSync(join(peers.folder, "node_modules/@oven/*/bin/bun{,.exe}"));
  if (bun) await compare(report, "Over a stubbed fetch, in Bun", contenders, { ...stub, runtime: bun, rounds, calls });

  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
  const [{ http, https, certificate: pem }] = await once(server, "message");
  const certificate = join(peers.folder, "certificate.pem");
  await writeFile(certificate, pem);
  for (const [name, baseUrl] of Object.entries({ http, https })) {
    const arena = { baseUrl, expectedId: humanIds.server, certificate, rounds, calls: calls / 10 };
    await compare(report, `Over ${name}, on loopback`, contenders, arena);
  }
  server.disconnect();

  const baselineBytes = contenders.find(({ name }) => name === baseline)?.bytes ?? Number.NaN;
  report.table("Size of one create and one read", [
    ["Client", "bytes, minified and gzipped", `× ${baseline}`],
    ...contenders.map(({ name, bytes }) => [name, bytes, (bytes / baselineBytes).toFixed(2)]),
  ]);
  report.machine({ ...peers.versions, "@redocly/cli": redoclyVersion, "openapi-fetch": versionOf("openapi-fetch") });
  await report.print(write ? "CLIENT.md" : undefined);
}

async function compare(
  report: Report,
  title: string,
  contenders: BundledContender[],
  { rounds, calls, ...arena }: Arena & { rounds: number; calls: number },
): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const started: StartedContender[] = [];
  for (const contender of contenders) started.push(stack.use(await startContender(contender, arena)));
  const columns: Map<string, number[]>[] = [];
  for (const { kind, atOnce } of turns) columns.push(await takeRounds(started, { kind, atOnce, calls }, rounds));
  report.table(title, [
    ["Client", ...turns.flatMap(({ title }) => [`${title}: µs`, "ratio"])],
    ...contenders.map(({ name }) => [
      name,
      ...columns.flatMap((times) => {
        const own = times.get(name) ?? [];
        return [((median(own) / calls) * 1000).toFixed(1), medianRatio(own, times.get(baseline) ?? []).toFixed(2)];
      }),
    ]),
  ]);
}

/** Resolves to the milliseconds of each contender in each round; an extra round before the first is a warm-up. */
async function takeRounds(started: StartedContender[], turn: Turn, rounds: number): Promise<Map<string, number[]>> {
  const times = new Map(started.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, take } of started) {
      const milliseconds = await take(turn);
      if (round > 0) times.get(name)?.push(milliseconds);
    }
  }
  return times;
}

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => require(`${name}/package.json`).version;
