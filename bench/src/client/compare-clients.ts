import { fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { fileURLToPath } from "node:url";
import { Report } from "../measure/report.ts";
import { takeTurns } from "../measure/take-turns.ts";
import { installPeers } from "../peers/install-peers.ts";
import { redoclyVersion } from "../peers/redocly.ts";
import { type BundledContender, bundleContenders } from "./bundle-contenders.ts";
import { baseline, type Connection } from "./contender.ts";
import { body, humanIds, ids, responseWith } from "./exchange.ts";

export interface ClientComparison {
  rounds: number;
  /** How many calls a round makes over a stubbed `fetch`; a tenth of it over a socket. */
  calls: number;
  write: boolean;
}

const parallel = 10;

/** Compares time and size of calls: over a stubbed `fetch`, and over http and https to another process. */
export async function compareClients({ rounds, calls, write }: ClientComparison): Promise<void> {
  const peers = await installPeers("client");
  const contenders = await bundleContenders(peers);
  const report = new Report(
    "The client beside others",
    `\`pnpm bench client\`: medians of ${rounds} rounds in which the contenders take turns. The ratio is to ${baseline}, round by ` +
      `round. "parallel" is ${parallel} calls at once. A create of the client has a connection of its own where the runtime ` +
      "allows, because a connection that dies may make the runtime send it twice.",
  );
  report.text(contenders.map(({ name, does }) => `- **${name}**: ${does}.`).join("\n"));
  const stubbed = responseWith(humanIds.stub);
  const stub = async () => new Response(stubbed, { headers: { "content-type": "application/json" } });
  await compare(
    report,
    "Over a stubbed fetch",
    contenders,
    { baseUrl: "https://api.example.com", fetch: stub },
    { rounds, calls },
  );

  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
  const [{ http, https, certificate }] = await once(server, "message");
  setDefaultCACertificates([...getCACertificates("default"), certificate]);
  for (const [name, baseUrl] of Object.entries({ http, https })) {
    await compare(report, `Over ${name}, on loopback`, contenders, { baseUrl }, { rounds, calls: calls / 10 });
  }
  server.disconnect();

  report.table("Size of one create and one read", [
    ["Client", "bytes, minified and gzipped", `× ${baseline}`],
    ...contenders.map(({ name, bytes }) => [
      name,
      bytes,
      (bytes / (bytesOf(contenders, baseline) ?? Number.NaN)).toFixed(2),
    ]),
  ]);
  report.machine({ ...peers.versions, "@redocly/cli": redoclyVersion, "openapi-fetch": versionOf("openapi-fetch") });
  await report.print(write ? "CLIENT.md" : undefined);
}

async function compare(
  report: Report,
  title: string,
  contenders: BundledContender[],
  options: { baseUrl: string; fetch?: typeof fetch },
  { rounds, calls }: { rounds: number; calls: number },
): Promise<void> {
  const connections = contenders.map(({ name, connect }) => ({ name, connection: connect(options) }));
  for (const { name, connection } of connections) {
    for (const id of [await connection.create(body), await connection.get(ids)]) {
      const expected = options.fetch ? humanIds.stub : humanIds.server;
      if (id !== expected) throw new Error(`${name} returned ${id} instead of ${expected}.`);
    }
  }
  const kinds = {
    create: (connection: Connection) => connection.create(body),
    read: (connection: Connection) => connection.get(ids),
  };
  const columns: { title: string; results: Awaited<ReturnType<typeof takeTurns>> }[] = [];
  for (const [kind, call] of Object.entries(kinds)) {
    for (const atOnce of [1, parallel]) {
      const turns = connections.map(({ name, connection }) => ({
        name,
        run: async () => {
          for (let done = 0; done < calls; done += atOnce) {
            await Promise.all(Array.from({ length: atOnce }, () => call(connection)));
          }
        },
      }));
      const results = await takeTurns(turns, { rounds, baseline });
      columns.push({ title: atOnce === 1 ? kind : `${kind}, parallel`, results });
    }
  }
  report.table(title, [
    ["Client", ...columns.flatMap(({ title }) => [`${title}: µs`, "ratio"])],
    ...contenders.map(({ name }, row) => [
      name,
      ...columns.flatMap(({ results }) => {
        const { milliseconds = Number.NaN, ratio = Number.NaN } = results[row] ?? {};
        return [((milliseconds / calls) * 1000).toFixed(1), ratio.toFixed(2)];
      }),
    ]),
  ]);
}

const bytesOf = (contenders: BundledContender[], wanted: string) =>
  contenders.find(({ name }) => name === wanted)?.bytes;

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => require(`${name}/package.json`).version;
