import type { BrowserContextOptions, Page } from "playwright-core";

/** The kind of machine that a page is read on. */
export interface Machine {
  name: string;
  /** Factor by which its CPU is slower than this machine's. */
  slowdown: number;
  /** Latency of a round trip, in milliseconds. */
  latency: number;
  /** Throughput in kilobits per second, in each direction. */
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

/** Slows a page down to the speed of a machine. */
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
