import type { BrowserContextOptions, Page } from "playwright-core";

/** What the page is read on. */
export interface Machine {
  name: string;
  /** How many times slower than this machine. */
  slowdown: number;
  /** Of a round trip, in milliseconds. */
  latency: number;
  /** A second, in both directions. */
  kilobits: number;
  options: BrowserContextOptions;
}

export const machines = {
  fast: {
    name: "fast machine",
    slowdown: 1,
    latency: 5,
    kilobits: 50_000,
    options: { viewport: { width: 1400, height: 900 } },
  },
  slow: {
    name: "slow phone",
    slowdown: 6,
    latency: 150,
    kilobits: 1_600,
    options: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  },
} satisfies Record<string, Machine>;

/** Makes a page as slow as it is on a machine. */
export async function slowDown(page: Page, { slowdown, latency, kilobits }: Machine): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const throughput = (kilobits * 1000) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}
