import type { Browser } from "playwright-core";
import type { Machine } from "../measure/machine.ts";
import { type PageContender, wantedHeading } from "./page-contender.ts";
import type { PageServer } from "./serve-pages.ts";
import { type PageTimes, visitPage } from "./visit-page.ts";

/** The measurements of one page, with one value per round. */
export interface PageVisits {
  /** Bytes sent by the server, with headers. */
  bytes: number[];
  times: PageTimes[];
  /** Hosts that the page tried to reach, without success. */
  foreignHosts: Set<string>;
}

/** Visits every page once per round, so that load on the machine affects all of them. */
export async function visitInTurns(
  browser: Browser,
  server: PageServer,
  contenders: PageContender[],
  { machine, rounds }: { machine: Machine; rounds: number },
): Promise<PageVisits[]> {
  const results = contenders.map((contender) => {
    const visits: PageVisits = { bytes: [], times: [], foreignHosts: new Set() };
    return { contender, visits };
  });
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds} on a ${machine.name}`);
    for (const { contender, visits } of results) {
      const before = server.sentBytes();
      const address = `${server.url}/${contender.folder}/${contender.address}`;
      const options = { heading: wantedHeading, machine, proxy: server.url };
      visits.times.push(await visitPage(browser, address, options));
      visits.bytes.push(server.sentBytes() - before);
      for (const host of server.takeForeignHosts()) visits.foreignHosts.add(host);
    }
  }
  return results.map(({ visits }) => visits);
}
