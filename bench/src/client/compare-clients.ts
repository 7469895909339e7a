import { type ChildProcess, fork } from "node:child_process";
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
import { type Arena, startContender, type Turn } from "./start-contender.ts";

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

/** Compares calls over a stubbed `fetch` in Node and Bun, and over https to another process, and what they take. */
export async function compareClients({ rounds, calls, write }: ClientComparison): Promise<void> {
  const peers = await installPeers("client");
  const contenders = await bundleContenders(peers);
  const report = new Report(
    "The client beside others",
    `\`pnpm bench client\`: medians of ${rounds} rounds in which the contenders take turns, each in a process of its own. ` +
      `The ratio is to ${baseline}, round by round. "parallel" is ${parallel} calls at once.`,
  );
  report.text(contenders.map(({ name, does }) => `- **${name}**: ${does}.`).join("\n"));

  const binary = (pattern: string) => globSync(join(peers.folder, "node_modules", pattern)).slice(0, 1);
  const [bun, deno] = [binary("@oven/*/bin/bun{,.exe}"), binary("@deno/*/deno{,.exe}")];
  const stub = { baseUrl: "stub", rounds, calls };
  await compareTurns(report, "Over a stubbed fetch", contenders, stub);
  await compareTurns(report, "Over a stubbed fetch, in Bun", contenders, { ...stub, runtime: bun });

  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
  const [{ nearby, distant, certificate: pem }] = await once(server, "message");
  const certificate = join(peers.folder, "certificate.pem");
  await writeFile(certificate, pem);
  const atHand = { baseUrl: nearby, certificate, rounds, calls: calls / 10 };
  await compareTurns(report, "Over https, on loopback", contenders, atHand);

  const runtimes = { Node: [], Bun: bun, Deno: [...deno, "run", "--allow-all"] };
  const baselineBytes = contenders.find(({ name }) => name === baseline)?.bytes ?? Number.NaN;
  const rows: (string | number)[][] = [];
  for (const contender of contenders) {
    const memory: number[] = [];
    for (const runtime of Object.values(runtimes)) {
      memory.push(await peakMemory(contender, { baseUrl: "bytes", runtime }));
    }
    const roundTrips = await countRoundTrips(contender, { baseUrl: distant, certificate }, server);
    const { name, bytes } = contender;
    rows.push([name, bytes, (bytes / baselineBytes).toFixed(2), ...roundTrips, ...memory]);
  }
  server.disconnect();
  const memoryTitles = Object.keys(runtimes).map((name) => `${name}: MiB`);
  report.table("What a create takes", [
    ["Client", "bytes", "ratio", "round trips", "of the second create", ...memoryTitles],
    ...rows,
  ]);
  report.text(
    "Bytes are those of the code for one create and one read, minified and gzipped. Round trips are counted over https, by a " +
      "relay that delays each by 20 ms; that of TCP is not among them. MiB is the most that a process takes " +
      "for a response that comes in a million chunks of one byte.",
  );
  report.machine({ ...peers.versions, "@redocly/cli": redoclyVersion, "openapi-fetch": versionOf("openapi-fetch") });
  await report.print(write ? "CLIENT.md" : undefined);
}

async function compareTurns(
  report: Report,
  title: string,
  contenders: BundledContender[],
  { rounds, calls, ...arena }: Arena & { rounds: number; calls: number },
): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const started = contenders.map((contender) => stack.use(startContender(contender, arena)));
  const columns: Map<string, number[]>[] = [];
  for (const { kind, atOnce } of turns) {
    const times = new Map(started.map(({ name }): [string, number[]] => [name, []]));
    // The round before the first is a warm-up.
    for (let round = 0; round <= rounds; round++) {
      for (const { name, take } of started) {
        const milliseconds = await take({ kind, atOnce, calls });
        if (round > 0) times.get(name)?.push(milliseconds);
      }
    }
    columns.push(times);
  }
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

const oneCreate: Turn = { kind: "create", calls: 1, atOnce: 1 };

/** Returns the round trips of the first create of a process, which opens the connection, and of the second. */
async function countRoundTrips(contender: BundledContender, arena: Arena, server: ChildProcess): Promise<number[]> {
  await using started = startContender(contender, arena);
  const counts: number[] = [];
  for (const create of [oneCreate, oneCreate]) {
    await started.take(create);
    server.send("count");
    const [count] = await once(server, "message");
    counts.push(count);
  }
  return counts;
}

/** Returns the most memory that a process has taken after one create, in MiB. */
async function peakMemory(contender: BundledContender, arena: Arena): Promise<number> {
  await using started = startContender(contender, arena);
  await started.take(oneCreate);
  return Math.round(await started.take({ ...oneCreate, kind: "memory", calls: 0 }));
}

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => require(`${name}/package.json`).version;
