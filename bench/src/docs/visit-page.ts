import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { type Machine, slowDown } from "../measure/machine.ts";

/** Times in milliseconds since the navigation started. */
export interface PageTimes {
  /** First contentful paint. */
  painted: number;
  /** The time at which the heading was painted in view. */
  heading: number;
  /** Largest contentful paint. */
  largest: number;
  /** The time at which the heading was painted in view and the last long task had ended. */
  usable: number;
}

/** The time without a load or a long task after which the page counts as settled, in milliseconds. */
const settledAfterMs = 2000;
/** The time limit for the page to settle with the heading in view, in milliseconds. */
const patienceMs = 120_000;

declare global {
  interface Window {
    /** Set by `watchPage`. */
    benchmark: { headingAt: number | undefined; busyUntil: number; largest: number };
  }
}

/**
 * Opens an address in a new browser profile and waits until the page has settled. Rejects if the heading does not come
 * into view.
 *
 * @param proxy the proxy for everything but loopback
 */
export async function visitPage(
  browser: Browser,
  address: string,
  { heading, machine, proxy }: { heading: string; machine: Machine; proxy: string },
): Promise<PageTimes> {
  await using context = await browser.newContext({
    ...machine.options,
    // Elements does not start with the locale of a machine that has none configured.
    locale: "en-US",
    proxy: { server: proxy, bypass: "127.0.0.1" },
  });
  const page = await context.newPage();
  await slowDown(page, machine);
  await page.addInitScript(watchPage, heading);
  const network = watchNetwork(page);
  await page.goto(address, { timeout: patienceMs });
  return await settled(page, network);
}

/** Runs in the page, before its own scripts. */
function watchPage(heading: string): void {
  const benchmark: Window["benchmark"] = { headingAt: undefined, busyUntil: 0, largest: 0 };
  window.benchmark = benchmark;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) benchmark.busyUntil = startTime + duration;
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) benchmark.largest = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  const headings = "h1, h2, h3, h4, .opblock-summary-description";
  function isInView(element: Element): boolean {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight && element.checkVisibility({ visibilityProperty: true });
  }
  function look(): void {
    const found = [...document.querySelectorAll(headings)].filter(({ textContent }) => textContent?.includes(heading));
    if (found.some(isInView)) benchmark.headingAt = performance.now();
    else requestAnimationFrame(look);
  }
  look();
}

function watchNetwork(page: Page): { pending: number; lastEnd: number } {
  const network = { pending: 0, lastEnd: 0 };
  const end = () => {
    network.pending--;
    network.lastEnd = performance.now();
  };
  page.on("request", () => network.pending++);
  page.on("requestfinished", end).on("requestfailed", end);
  return network;
}

async function settled(page: Page, network: { pending: number; lastEnd: number }): Promise<PageTimes> {
  const start = performance.now();
  while (performance.now() - start < patienceMs) {
    const { headingAt, busyUntil, largest, painted, now } = await page.evaluate(() => ({
      ...window.benchmark,
      painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      now: performance.now(),
    }));
    const isQuiet = network.pending === 0 && performance.now() - network.lastEnd > settledAfterMs;
    if (headingAt !== undefined && painted !== undefined && isQuiet && now - busyUntil > settledAfterMs) {
      const heading = Math.max(painted, headingAt);
      return { painted, heading, largest, usable: Math.max(heading, busyUntil) };
    }
    await setTimeout(250);
  }
  throw new Error(`${page.url()} did not show its heading and come to rest within ${patienceMs / 1000} s.`);
}
