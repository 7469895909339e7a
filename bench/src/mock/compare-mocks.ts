import { installPeers } from "../install-peers.ts";
import { median } from "../median.ts";
import { Report } from "../report.ts";
import { type Contender, contenders } from "./contenders.ts";
import { type Measured, measureServer } from "./measure-server.ts";
import { kinds } from "./requests.ts";

export interface MockComparison {
  rounds: number;
  /** Duration of each of the two loads in a turn, in seconds. */
  seconds: number;
  write: boolean;
}

/** Compares the mock with others on the same spec: time to the first response, CPU time and throughput. */
export async function compareMocks({ rounds, seconds, write }: MockComparison): Promise<void> {
  const peers = await installPeers("mock");
  const servers = contenders(peers.folder);
  const report = new Report(
    "The mock compared with others",
    `\`pnpm bench mock\`, on the same spec; where each server took more than one turn, the median. For each kind of request, each ` +
      `is started as a process of its own, and gets requests on 10 connections: for ${seconds} s from its first response on, and for ` +
      `another ${seconds} s. CPU is the processor time of the server, in µs per request.`,
  );
  const startups = new Map<Contender, number[]>();
  const tables = new Map<string, Map<Contender, Measured[]>>();
  for (let round = 1; round <= rounds; round++) {
    for (const kind of kinds) {
      console.error(`Round ${round} of ${rounds}: ${kind.name}`);
      for (const server of servers) {
        const measured = await measureServer(server, kind, seconds);
        add(startups, server, measured.startup);
        const table = tables.get(kind.name) ?? new Map();
        tables.set(kind.name, table);
        add(table, server, measured);
      }
    }
  }
  report.table("First response", [
    ["Server", "after: ms"],
    ...[...startups].map(([{ name }, times]) => [name, median(times).toFixed(0)]),
  ]);
  for (const [title, table] of tables) report.table(title, rowsOf(table));
  report.text(
    "From its second start on, `testsigma-tms-mock` finds its code compiled in the system's folder for temporary files.",
  );
  report.machine(peers.versions);
  await report.print(write ? "MOCK.md" : undefined);
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

function rowsOf(table: Map<Contender, Measured[]>) {
  const show = (turns: Measured[], value: (measured: Measured) => number) => median(turns.map(value)).toFixed(0);
  return [
    ["Server", "at first: CPU", "requests/s", "then: CPU", "requests/s", "status"],
    ...[...table].map(([{ name }, turns]) => [
      name,
      show(turns, ({ first }) => first.cpu),
      show(turns, ({ first }) => first.speed),
      show(turns, ({ warm }) => warm.cpu),
      show(turns, ({ warm }) => warm.speed),
      show(turns, ({ status }) => status),
    ]),
  ];
}
