import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageServer, servePages } from "../src/docs/serve-pages.ts";
import { visitPage } from "../src/docs/visit-page.ts";
import { machines } from "../src/measure/machine.ts";

/** After the first paint, asks another host, is busy, and then shows the heading. */
const script = `
  new PerformanceObserver(async (list) => {
    if (list.getEntriesByName("first-contentful-paint").length === 0) return;
    await fetch("https://foreign.example/font.woff2").catch(() => {});
    const start = performance.now();
    while (performance.now() - start < 60);
    document.body.innerHTML = "<h2>Late heading</h2>";
  }).observe({ type: "paint", buffered: true });
`;
const page = `<!doctype html><p>${"The same text compresses well. ".repeat(1000)}</p><script>${script}</script>`;

let root: string;
let server: PageServer;
let browser: Browser;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "bench-docs-test-"));
  await writeFile(join(root, "index.html"), page);
  server = await servePages(root);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await rm(root, { recursive: true });
});

describe("the server of the pages", () => {
  it("sends them compressed, and counts what it sent", async () => {
    const before = server.sentBytes();

    const response = await fetch(server.url);

    expect(await response.text()).toBe(page);
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const body = Number(response.headers.get("content-length"));
    expect(body).toBeLessThan(page.length);
    expect(server.sentBytes() - before).toBeGreaterThan(body);
  });
});

describe("a visit", () => {
  it("reaches no other host, and lasts until the heading is in view and the long tasks are over", async () => {
    const { painted, heading, largest, usable } = await visitPage(browser, server.url, {
      heading: "Late heading",
      machine: machines.fast,
      proxy: server.url,
    });

    expect(server.takeForeignHosts()).toEqual(["foreign.example"]);
    expect(painted).toBeGreaterThan(0);
    expect(heading).toBeGreaterThan(painted);
    expect(largest).toBeGreaterThanOrEqual(painted);
    expect(usable).toBeGreaterThanOrEqual(heading);
  });
});
