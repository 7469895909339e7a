import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";
import { search, visit } from "../support/reader.ts";

const folder = fileURLToPath(new URL("../../reports/pictures", import.meta.url));

describe("pictures for a reviewer", () => {
  let browser: Browser;
  let docs: DocsServer;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    docs = await serveDocs();
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await docs.close();
  });

  it.each([
    [1400, "light"],
    [1400, "dark"],
    [768, "light"],
    [360, "light"],
    [360, "dark"],
  ] as const)("at %i pixels in %s", async (width, colorScheme) => {
    const { page, complaints } = await visit(browser, docs.url, { viewport: { width, height: 900 }, colorScheme });
    const picture = (name: string) => page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    await picture("overview");
    for (const id of ["createTestRun", "importJunitReport", "errors"]) {
      await goTo(page, id);
      await picture(id);
    }
    await page.locator("#importJunitReport .try").evaluate((details) => {
      details.setAttribute("open", "");
      details.scrollIntoView();
    });
    await picture("try-it");
    await search(page, "rate");
    await picture("search");

    expect(complaints).toEqual([]);
  });
});

async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, id);
  await page.waitForFunction((name) => {
    const { top = -1 } = document.getElementById(name)?.getBoundingClientRect() ?? {};
    return top >= 0 && top < 200;
  }, id);
  // Two frames: far sections are laid out in the first.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
