import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import { machines } from "../measure/machine.ts";
import { median, medianRatio } from "../measure/median.ts";
import { Report } from "../measure/report.ts";
import { installPeers } from "../peers/install-peers.ts";
import { redoclyVersion } from "../peers/redocly.ts";
import { type PageContender, pageContenders, wantedHeading, writePages } from "./page-contender.ts";
import { servePages } from "./serve-pages.ts";
import { type PageVisits, visitInTurns } from "./visit-in-turns.ts";
import type { PageTimes } from "./visit-page.ts";

export interface DocsComparison {
  /** Number of measured visits to each page on each machine. */
  rounds: number;
  write: boolean;
}

/** Compares the reference with those of other tools for the same spec: weight, paints, and time until it is usable. */
export async function compareDocs({ rounds, write }: DocsComparison): Promise<void> {
  const peers = await installPeers("docs");
  const contenders = pageContenders(peers.folder);
  await using root = await mkdtempDisposable(join(tmpdir(), "bench-docs-"));
  await writePages(root.path, contenders);
  await using server = await servePages(root.path);
  await using browser = await launchChromium();
  const report = new Report(
    "The docs beside others",
    `\`pnpm bench docs\`: a reader follows a link to one operation ("${wantedHeading}") of the same spec, with an empty cache. ` +
      `Medians of ${rounds} rounds in which the pages take turns; the ratio is to the first, round by round. One server on ` +
      "loopback sends all of them, compressed by gzip -9. A page is usable when the heading of the operation is in view and " +
      "the last long task is over.",
  );

  // Not measured: the first visit to each page is also the browser's first.
  await visitInTurns(browser, server, contenders, { machine: machines.fast, rounds: 1 });
  let visits: PageVisits[] = [];
  for (const machine of Object.values(machines)) {
    visits = await visitInTurns(browser, server, contenders, { machine, rounds });
    report.table(`On a ${machine.name}`, rowsOf(contenders, visits));
    const { slowdown, latency, kilobits } = machine;
    const speed = slowdown === 1 ? "This machine" : `A processor ${slowdown} times slower than here`;
    report.text(`${speed}, ${kilobits / 1000} Mbit/s, ${latency} ms a round trip.`);
  }
  const blocked = visits.flatMap(({ foreignHosts }, index) =>
    [...foreignHosts].map((host) => `${host} (${contenders[index]?.name})`),
  );
  report.text(
    `The browser reached this machine only. Blocked, and not counted: ${blocked.join(", ") || "nothing"}. ` +
      "The script that Redoc loads from cdn.redocly.com is served here, beside its page.",
  );
  report.machine({ ...peers.versions, "@redocly/cli": redoclyVersion, Chromium: browser.version() });
  await report.print(write ? "DOCS.md" : undefined);
}

function rowsOf(contenders: PageContender[], visits: PageVisits[]): string[][] {
  const [own] = visits;
  const cells = (values: number[], base: number[] = [], unit = 1) => [
    (median(values) / unit).toFixed(0),
    medianRatio(values, base).toFixed(2),
  ];
  return [
    ["Page", "sent: kB", "ratio", ...columns.flatMap(([title]) => [`${title}: ms`, "ratio"])],
    ...visits.map(({ bytes, times }, index) => [
      contenders[index]?.name ?? "",
      ...cells(bytes, own?.bytes, 1000),
      ...columns.flatMap(([, name]) => cells(values(times, name), values(own?.times ?? [], name))),
    ]),
  ];
}

const columns = [
  ["first paint", "painted"],
  ["heading in view", "heading"],
  ["largest paint", "largest"],
  ["usable", "usable"],
] as const;

const values = (times: PageTimes[], name: keyof PageTimes) => times.map((each) => each[name]);
