import type { Browser } from "playwright-core";

/** What a reader's machine and connection are like: CPU slowdown, milliseconds, kilobits a second. */
export const machines = {
  "fast machine": { cpu: 1, latency: 5, kilobits: 50_000 },
  "slow phone": { cpu: 6, latency: 150, kilobits: 1_600 },
};

/** When a reader sees the first paint of a page, and when it is loaded; in milliseconds. */
export async function measureFirstPaint(
  browser: Browser,
  url: string,
  { cpu, latency, kilobits }: (typeof machines)["slow phone"],
): Promise<[paint: number, load: number]> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const throughput = (kilobits * 1000) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  // A page of a thousand operations takes minutes there.
  await page.goto(url, { waitUntil: "load", timeout: 0 });
  const times = await page.evaluate(
    () =>
      new Promise<[number, number]>((done) => {
        const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) done([paint.startTime, navigation?.loadEventStart ?? 0]);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.close();
  return times;
}
