import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDocs } from "../src/build-docs.ts";
import { description, pageFile } from "./built-docs.ts";
import { launchChromium } from "./chromium.ts";
import { withMoreOperations } from "./more-operations.ts";
import { renderAll, visit } from "./reader.ts";

describe("accessibility", () => {
  let browser: Browser;
  let axe: string;

  beforeAll(async () => {
    browser = await launchChromium();
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  });

  afterAll(() => browser.close());

  it.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 360],
    ["dark", 360],
  ] as const)("axe finds no fault in %s at %i pixels", async (colorScheme, width) => {
    // The policy of the page would stop axe itself.
    const { page } = await visit(browser, pageFile, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await renderAll(page);
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await faults(page, "body")).toEqual([]);
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("title");
    await page.getByRole("dialog").getByText("Title of the test run").first().waitFor();
    expect(await faults(page, '[role="dialog"]')).toEqual([]);
  });

  it.each(["light", "dark"] as const)(
    "axe finds no fault with operations of other methods, in %s",
    async (colorScheme) => {
      const folder = await mkdtemp(join(tmpdir(), "docs-methods-"));
      await buildDocs({ document: withMoreOperations(description), yaml: "", into: folder });
      const address = pathToFileURL(join(folder, "index.html")).href;
      const { page } = await visit(browser, address, { colorScheme, bypassCSP: true });
      await renderAll(page);

      expect(await page.locator(".tag-get, .tag-put, .tag-patch, .tag-delete").count()).toBeGreaterThan(4);
      expect(await faults(page, "body")).toEqual([]);
      await rm(folder, { recursive: true });
    },
  );

  async function faults(page: Page, within: string) {
    // Redoc has the browser leave out sections that are out of view. Until one was laid out its box has 100 pixels, and axe
    // takes the sections below, which overlap its text then, for the background of that text.
    await page.addStyleTag({ content: "* { content-visibility: visible !important; }" });
    await page.evaluate(axe);
    const { violations } = await page.evaluate((selector) => {
      const { axe } = globalThis as unknown as { axe: { run(within: string): Promise<AxeResults> } };
      return axe.run(selector);
    }, within);
    return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
  }

  it("leads from the first Tab to the content", async () => {
    const { page } = await visit(browser, pageFile);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");

    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  });

  it("shows where the focus is", async () => {
    const { page } = await visit(browser, pageFile);
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

  it("has one main landmark and a named navigation", async () => {
    const { page } = await visit(browser, pageFile);

    expect(await page.getByRole("main").count()).toBe(1);
    expect(await page.getByRole("navigation", { name: "Contents" }).count()).toBe(1);
  });

  it("opens search with Ctrl+K, takes typing at once, and closes with Escape", async () => {
    const { page } = await visit(browser, pageFile);
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByRole("searchbox", { name: "Search the reference" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");

    await dialog.waitFor({ state: "detached" });
  });
});
