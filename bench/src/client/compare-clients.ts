import { fork } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPeers } from "../install-peers.ts";
import { median, ratiosTo, spread } from "../median.ts";
import { Report } from "../report.ts";
import { type BundledContender, bundleContenders, versions } from "./bundle-contenders.ts";
import { baseline } from "./contender.ts";
import { measureExtremes } from "./measure-extremes.ts";
import { type Arena, startContender, type Turn } from "./start-contender.ts";

export interface ClientComparison {
  rounds: number;
  /** Number of calls in a round over a stubbed `fetch`; a round over https makes a tenth of them. */
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

/** Compares calls over a stubbed `fetch`, and over http and https to another process, in Node, Bun and Deno; and sizes. */
export async function compareClients({ rounds, calls, write }: ClientComparison): Promise<void> {
  const peers = await installPeers("client");
  const contenders = await bundleContenders(peers);
  const report = new Report(
    "The client compared with others",
    `\`pnpm bench client\`: medians of ${rounds} rounds in which the contenders take turns, each in a process of its own. ` +
      `The ratio is to ${baseline}, round by round, and ± half the range of the middle half of the rounds. ` +
      `"parallel" is ${parallel} calls at once.`,
  );
  report.text(contenders.map(({ name, does }) => `- **${name}**: ${does}.`).join("\n"));

  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
  const [{ http, https, certificate: pem }] = await once(server, "message");
  const certificate = join(peers.folder, "certificate.pem");
  await writeFile(certificate, pem);
  const binary = (pattern: string) => globSync(join(peers.folder, "node_modules", pattern)).slice(0, 1);
  const runtimes = {
    Node: [process.execPath],
    Bun: binary("@oven/*/bin/bun{,.exe}"),
    Deno: [...binary("@deno/*/deno{,.exe}"), "run", "--allow-all"],
  };
  for (const [name, runtime] of Object.entries(runtimes)) {
    await compareTurns(report, `Over a stubbed fetch, in ${name}`, contenders, {
      runtime,
      baseUrl: "stub",
      rounds,
      calls,
    });
  }
  for (const [scheme, baseUrl] of Object.entries({ http, https })) {
    for (const [name, runtime] of Object.entries(runtimes)) {
      const arena = { runtime, baseUrl, certificate, rounds, calls: calls / 10 };
      await compareTurns(report, `Over ${scheme} on loopback, in ${name}`, contenders, arena);
    }
  }
  report.text(
    "In Deno, the client takes a connection of its own for each request that must not be sent twice, because Deno itself " +
      "resends a POST when a reused connection dies. Over https, each of them takes a handshake of its own.",
  );
  server.disconnect();

  const baselineBytes = contenders.find(({ name }) => name === baseline)?.bytes ?? Number.NaN;
  report.table("Size of the code for one create and one read", [
    ["Client", "bytes", "ratio"],
    ...contenders.map(({ name, bytes }) => [name, bytes, (bytes / baselineBytes).toFixed(2)]),
  ]);
  report.text("Bytes are minified and gzipped.");
  report.table("Extremes of the client, in Node, at the first call", [
    ["What", "CPU ms"],
    ...(await measureExtremes()),
  ]);
  report.machine({ ...peers.versions, ...versions });
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
        const ratios = ratiosTo(times.get(baseline) ?? [], own);
        return [
          ((median(own) / calls) * 1000).toFixed(1),
          `${median(ratios).toFixed(2)} ±${spread(ratios).toFixed(2)}`,
        ];
      }),
    ]),
  ]);
}
