import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createSpec, type OpenApiDocument } from "@testsigma-tms/codegen";
import { serveDocs } from "@testsigma-tms/docs";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser } from "playwright-core";
import { docsFiles, writeFiles } from "../../../packages/docs/src/build-docs.ts";
import { machines, slowDown } from "../measure/machine.ts";
import { median } from "../measure/median.ts";

export interface DocsGrowth {
  /** To build everything. */
  docsSeconds: number;
  /** Of what the first view loads, compressed. */
  pageBytes: number;
  /** Of `llms-full.txt`, as it is. */
  llmsBytes: number;
  /** Until a slow phone shows something; the median of some visits. */
  firstPaintMilliseconds: number;
}

const visits = 5;

/** Builds the docs of a spec and visits them. */
export async function measureDocs(document: OpenApiDocument): Promise<DocsGrowth> {
  const start = performance.now();
  const files = await docsFiles(createSpec(document));
  const docsSeconds = (performance.now() - start) / 1000;
  const page = ["index.html", "style.css", "page.js"].map((name) => gzipSync(files[name] ?? "").length);
  return {
    docsSeconds,
    pageBytes: page.reduce((sum, bytes) => sum + bytes),
    llmsBytes: Buffer.byteLength(files["llms-full.txt"] ?? ""),
    firstPaintMilliseconds: await firstPaint(files),
  };
}

async function firstPaint(files: Record<string, string>): Promise<number> {
  const root = await mkdtemp(join(tmpdir(), "growth-docs-"));
  const browser = await launchChromium();
  try {
    await writeFiles(root, files);
    await using docs = await serveDocs({ root });
    const times: number[] = [];
    for (let visit = 0; visit < visits; visit++) times.push(await visitOnPhone(browser, docs.url));
    return median(times);
  } finally {
    await browser.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** Resolves with the time of the first paint, in milliseconds. */
async function visitOnPhone(browser: Browser, url: string): Promise<number> {
  await using context = await browser.newContext(machines.slow.options);
  const page = await context.newPage();
  await slowDown(page, machines.slow);
  // A page of a thousand operations takes minutes there.
  await page.goto(url, { waitUntil: "load", timeout: 0 });
  const paint = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  return (await paint.jsonValue()) as number;
}
