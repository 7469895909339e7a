import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";
import { search, visit } from "../support/reader.ts";

describe("accessibility", () => {
  let browser: Browser;
  let docs: DocsServer;
  let axe: string;

  beforeAll(async () => {
    docs = await serveDocs();
    browser = await launchChromium();
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  });

  afterAll(async () => {
    await browser.close();
    await docs.close();
  });

  it("axe finds no fault with all operations", async () => {
    const page = await open({ viewport: { width: 1440, height: 800 } });

    // Colours are looked at below, where there are fewer of the same.
    const rules = { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } };
    expect(await faults(page, "body", { rules })).toEqual([]);
  });

  it.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 360],
    ["dark", 360],
  ] as const)("axe finds no fault with everything unfolded, in %s at %i pixels", async (colorScheme, width) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } }, ".operation:not(#importJunitReport)");
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });

    expect(await faults(page, "body")).toEqual([]);
    await search(page, "title");
    expect(await faults(page, "dialog")).toEqual([]);
  });

  /** Opens the page with axe in it, and without the content of what `emptied` selects. */
  async function open(options: BrowserContextOptions, emptied?: string): Promise<Page> {
    // The policy of the page would stop axe itself.
    const { page } = await visit(browser, docs.url, { ...options, bypassCSP: true });
    if (emptied) {
      await page.locator(emptied).evaluateAll((elements) => {
        for (const element of elements) element.replaceChildren();
      });
    }
    // Far sections are not laid out, and axe then takes the sections below for the background of their text.
    await page.addStyleTag({ content: "* { content-visibility: visible !important; }" });
    await page.evaluate(axe);
    return page;
  }

  async function faults(page: Page, within: string, options: RunOptions = {}) {
    const { violations } = await page.evaluate(
      ({ within, options }) => {
        const { axe } = globalThis as unknown as { axe: { run(within: string, options: object): Promise<AxeResults> } };
        return axe.run(within, options);
      },
      // Only these: axe spends most of its time on describing the elements that pass.
      { within, options: { ...options, resultTypes: ["violations"], preload: false } satisfies RunOptions },
    );
    return violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map(({ html }) => html) }));
  }

  it("leads from the first Tab to the content", async () => {
    const { page } = await visit(browser, docs.url);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");

    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  });

  it("shows where the focus is", async () => {
    const { page } = await visit(browser, docs.url);
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { name: element.outerHTML.slice(0, 200), seen: outlineStyle !== "none" && outlineWidth !== "0px" };
      });

      expect(focus).toMatchObject({ seen: true });
    }
  });

  it("has one main landmark, a banner and a named navigation", async () => {
    const { page } = await visit(browser, docs.url);

    expect(await page.getByRole("main").count()).toBe(1);
    expect(await page.getByRole("banner").count()).toBe(1);
    expect(await page.getByRole("navigation", { name: "Contents" }).count()).toBe(1);
  });
});
