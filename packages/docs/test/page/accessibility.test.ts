import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { addressOf, search, unfold, visit } from "../support/reader.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("accessibility", () => {
  const pages = ["index", "createTestRun", "updateTestRunCases", "errors", "report-from-ci"];
  const colours: RunOptions = { runOnly: ["color-contrast", "link-in-text-block"] };
  it.each([
    ["light", 1440, pages, {}],
    ["dark", 1440, pages, colours],
    ["light", 390, pages, {}],
    ["dark", 390, ["createTestRun"], colours],
    ["light", 320, ["createTestRun", "documented-observed-inferred"], {}],
  ] as const)(
    "axe finds no fault with pages, menu and search, in %s at %i pixels",
    async (colorScheme, width, names, options) => {
      // The policy of the page would block axe itself.
      const { page } = await visit("index", { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      for (const name of names) {
        await page.goto(addressOf(name));
        await page.evaluate(axe);
        if (name === "createTestRun") expect(await faults(page, "body", options), `${name}, folded`).toEqual([]);
        await unfold(page);
        expect(await faults(page, "body", options), name).toEqual([]);
      }
      await search(page, "title");
      expect(await faults(page, "dialog", options), "search").toEqual([]);
      await page.keyboard.press("Escape");
      if (width < 960) {
        await page.getByRole("button", { name: "Menu" }).click();
        expect(await faults(page, "#menu", options), "menu").toEqual([]);
      }
      await page.close();
    },
  );

  it("axe finds no fault with the structure of the whole reference, whose articles are those of the pages", async () => {
    const { page } = await visit("reference", { bypassCSP: true });
    await page.evaluate(axe);
    const { length } = await page.locator("article").all();

    expect(length).toBeGreaterThan(50);
    expect(
      await faults(page, "body", { runOnly: ["landmark-unique", "landmark-one-main", "region", "bypass"] }),
    ).toEqual([]);
    await page.close();
  });

  async function faults(page: Page, within = "body", options: RunOptions = {}) {
    const { violations } = await page.evaluate(
      ({ within, options }) => {
        const { axe } = globalThis as unknown as { axe: { run(within: string, options: object): Promise<AxeResults> } };
        return axe.run(within, options);
      },
      // Violations only: axe spends most of its time on describing the elements that pass.
      { within, options: { ...options, resultTypes: ["violations"], preload: false } satisfies RunOptions },
    );
    return violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map(({ html }) => html) }));
  }

  it("leads from the first Tab to the content", async () => {
    const { page } = await visit("createTestRun");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");

    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    await page.close();
  });

  it("shows where the focus is", async () => {
    const { page } = await visit("createTestRun");
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { name: element.outerHTML.slice(0, 200), seen: outlineStyle !== "none" && outlineWidth !== "0px" };
      });

      expect(focus).toMatchObject({ seen: true });
    }
    await page.close();
  });
});
