import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { serveDocs } from "../../src/index.ts";
import { dist, spec } from "../support/built-docs.ts";
import { addressOf, docs, placeOf, search, styleOf, visit } from "../support/reader.ts";

/** Returns the page, the place on it, and how far it is scrolled. */
const position = async (page: Page) => [placeOf(page), await page.evaluate(() => Math.round(scrollY))] as const;
const shownSample = (page: Page) => page.locator(".sample:visible");

/** Returns whether an element is in view, below the header. */
async function isInView(element: Locator): Promise<boolean> {
  const [box, height = 0] = [await element.first().boundingBox(), element.page().viewportSize()?.height];
  return box !== null && box.y > 50 && box.y < height;
}

describe("a newcomer", async () => {
  const page = await visit("index");

  afterAll(() => page.close());

  it.each([
    ["what it is, and the base URL", [], ["Create test runs, report results", "https://arcus.testsigma.com/api/v1"]],
    ["how to send the key", [], ["Authorization: Bearer <API_KEY>"]],
    ["where the key comes from", ["API key"], ["Settings > API Keys"]],
    ["how to create a run", ["Create a test run"], ['"static_selection_filters"']],
    ["how to create a run of a folder", ["Recipes", "Create a run for a folder"], ["{ project_id, folder_id }"]],
    ["what a 500 means", ["Guide", "Errors"], ["rate limit exceeded", "The request may have been executed or not"]],
    ["which statuses there are", ["Settings", "List test run statuses"], ["updateTestRunCases", "UnTested"]],
    ["how to upload a JUnit file and wait", ["Recipes", "Upload a JUnit file"], ["importJunitReport"]],
    ["how to close a run", ["Recipes", "Close a run"], ['status: "CLOSED"']],
    ["what inferred means", ["Guide", "Documented, observed"], ["Check it before you depend on it"]],
  ])("learns in two clicks at most, without scrolling, %s", async (_, clicks, shown) => {
    await page.goto(addressOf("index"));
    for (const text of clicks) {
      const link = page.locator("a:visible, summary:visible").filter({ hasText: text }).first();
      expect(await isInView(link), text).toBe(true);
      await link.click();
    }

    expect(clicks.length).toBeLessThanOrEqual(2);
    for (const text of shown) {
      expect(await isInView(page.locator("main").getByText(text)), `${text} on ${placeOf(page)}`).toBe(true);
    }
    expect(page.complaints).toEqual([]);
  });
});

describe("a reader", () => {
  it.each([1440, 390])("comes back to the same place with Back, Forward and reload, %i pixels wide", async (width) => {
    await using page = await visit("createTestRun", { viewport: { width, height: 800 } });
    const links = ["label_names", "status"].map((name) => page.locator(`[id$="/${name}"] .name`).last());
    const left: Awaited<ReturnType<typeof position>>[] = [];
    for (const link of [...links, page.locator(".errors a").first()]) {
      await link.scrollIntoViewIfNeeded();
      left.push(await position(page));
      const before = page.url();
      await link.click();
      await page.waitForURL((url) => url.href !== before);
    }
    left.push(await position(page));
    for (const place of left.toReversed()) {
      expect(await position(page)).toEqual(place);
      await page.reload();
      expect(await position(page)).toEqual(place);
      if (place !== left[0]) await page.goBack();
    }
    for (const place of left.slice(1)) {
      await page.goForward();
      expect(await position(page)).toEqual(place);
    }
    expect(left.at(-1)?.[0]).toMatch(/^errors\.html#error-400/);
  });

  it("sees in the menu where they are, with its group open", async () => {
    await using page = await visit("moveFolder", { viewport: { width: 1440, height: 500 } });
    const current = page.locator('#menu [aria-current="page"]');

    expect(await current.textContent()).toContain("Move a folder");
    expect(await isInView(current)).toBe(true);
  });

  it("chooses a language once for every page, also on a phone, and one of the named requests", async () => {
    await using page = await visit("listTestRuns", { viewport: { width: 390, height: 800 } });
    await page.getByRole("button", { name: "Python" }).click();
    await page.goto(addressOf("createTestRun"));
    await page.locator("select.request").selectOption({ label: "regression_suite: The documented request" });
    const { x = 390 } = (await page.getByRole("button", { name: "Python" }).boundingBox()) ?? {};

    expect(await shownSample(page).textContent()).toContain("Regression suite — patient portal");
    expect(await shownSample(page).getAttribute("data-language")).toBe("Python");
    expect(await page.locator("textarea[name=body]").inputValue()).toContain("Regression suite — patient portal");
    expect(x).toBeLessThan(300);
  });

  it("enters project and key once; they are in every sample and form, in no address, and gone with the tab", async () => {
    const project = "11111111-2222-3333-4444-555555555555";
    await using page = await visit("createTestRun");
    await page.getByText("Use your project and key").click();
    await page.getByLabel("Project id").fill(project);
    await page.getByLabel("API key").fill("eyJ.own-key");
    await page.goto(addressOf("listTestRuns"));
    const sample = shownSample(page).locator("code");

    expect(await sample.textContent()).toContain(`/projects/${project}/test_runs`);
    expect(await sample.textContent()).toContain("Bearer eyJ.own-key");
    expect(await page.locator('[name="path:project_id"]').inputValue()).toBe(project);
    expect(page.requested.join(" ")).not.toMatch(/own-key|11111111/);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/own-key|11111111/);
    await page.getByLabel("API key").fill(`eyJ'; rm -rf "$HOME"`);
    expect(await sample.textContent()).toContain("Bearer <API_KEY>");
    await page.getByText("Only letters, digits and").waitFor();
  });

  it("copies where pages have no clipboard", async () => {
    await using page = await visit("createTestRun");
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    const copied = page.evaluate(
      () =>
        new Promise((done) => document.addEventListener("copy", () => done(String(getSelection())), { once: true })),
    );
    await page.locator(".endpoint .copy").click();

    expect(await copied).toBe("https://arcus.testsigma.com/api/v1/projects/{project_id}/test_runs");
    await page.getByRole("button", { name: "Copied" }).waitFor();
  });

  it("reads everything without JavaScript, and gets around", async () => {
    await using page = await visit("createTestRun", {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    await page.locator("#menu").getByRole("link", { name: "List test runs" }).waitFor();
    await page.getByText("Everything, nightly 2026-11-23").first().waitFor();
    await page.getByText("import requests").first().waitFor();

    expect(await page.locator("button:visible, select:visible, input:visible").count()).toBe(0);
    expect(await isInView(page.getByRole("heading", { level: 1 }))).toBe(true);
    await page.getByRole("link", { name: "Menu" }).click();
    expect(await isInView(page.locator("#menu").getByRole("link", { name: "Overview" }))).toBe(true);
  });

  it("opens the pages from disk, and under any path of a server, and a field by keyboard from the search", async () => {
    const folder = await mkdtemp(join(tmpdir(), "docs-path-"));
    await cp(dist, join(folder, "api/docs"), { recursive: true });
    await cp(join(dist, "index.html"), join(folder, "index.html"));
    await using server = await serveDocs({ root: folder });
    for (const root of [`${server.url}/api/docs`, pathToFileURL(dist).href]) {
      await using page = await visit(`${root}/index.html`);
      await page.locator("#menu").getByRole("link", { name: "List test runs" }).click();
      await page.waitForURL(/listTestRuns/);
      expect(page.requested.join(), "search is loaded when it is first used").not.toContain("search.js");
      await search(page, "label_names");
      await page.keyboard.press("Enter");
      await page.waitForURL(/createTestRun\.html#/);
      expect(await page.locator(":target .name").textContent()).toBe("label_names");
      await page.goBack();
      expect(page.url(), root).toBe(`${root}/listTestRuns.html`);
      expect(page.complaints, root).toEqual([]);
    }
    await rm(folder, { recursive: true });
  });

  it("moves by keyboard, from the first Tab to the content, and sees where the focus is", async () => {
    await using page = await visit("createTestRun");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");

      expect(await styleOf(page.locator(":focus"), "outline")).toMatch(/ solid [12]/);
    }
  });

  it("has on a phone a jump to the samples, and a menu that covers the page, which cannot be reached meanwhile", async () => {
    await using page = await visit("createTestRun", { viewport: { width: 390, height: 740 } });
    await page.getByRole("link", { name: "Go to the samples" }).click();
    expect(await isInView(page.getByText("Use your project and key"))).toBe(true);
    const menu = page.getByRole("navigation", { name: "Contents" });
    const button = page.getByRole("button", { name: "Menu" });
    expect(await menu.isVisible()).toBe(false);
    await button.click();
    expect(await page.locator("main").evaluate((main: HTMLElement) => main.inert)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await menu.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.click();
    await menu.getByRole("link", { name: "List test runs" }).click();
    await page.waitForURL(/listTestRuns/);

    expect(await menu.isVisible()).toBe(false);
  });

  it("prints a page without buttons, dark on white, with everything unfolded, on few sheets", async () => {
    await using page = await visit("listTestRuns", { colorScheme: "dark" });
    const folded = page.locator(".field details:not([open]) .field").first();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });

    expect(await styleOf(page.locator("body"), "color")).toBe("rgb(31, 35, 40)");
    expect(await styleOf(page.locator("body"), "background-color")).toBe("rgb(255, 255, 255)");
    expect(await page.locator("button:visible, select:visible, nav:visible").count()).toBe(0);
    expect((await folded.boundingBox())?.height).toBeGreaterThan(0);
    const code = page.locator("pre:visible");
    expect(await code.evaluateAll((all) => all.every((pre) => pre.scrollWidth <= pre.clientWidth))).toBe(true);
    const printed = (await page.pdf({ format: "A4" })).toString("latin1");
    expect([...printed.matchAll(/\/Type\s*\/Page\b/g)].length).toBeLessThan(12);
  });

  it("sees in forced colours what is chosen, by its border", async () => {
    await using page = await visit("createTestRun", { forcedColors: "active" });
    const background = await styleOf(page.locator("body"), "background-color");
    for (const chosen of ["#menu [aria-current]", ".languages [aria-pressed=true]", ".line .mark", ".code"]) {
      const border = await styleOf(page.locator(chosen), "border-left");
      expect(border, chosen).not.toMatch(/^0px/);
      expect(border, chosen).not.toContain(background);
    }
    expect(await styleOf(page.locator(".languages [aria-pressed=false]"), "font-weight")).toBe("400");
  });

  it("sees an object unfolded that the address leads into", async () => {
    await using page = await visit("listTestRuns");
    const inner = page.locator(".field details .field details .field").first();
    expect(await inner.isVisible()).toBe(false);
    await page.goto(`${page.url()}#${await inner.getAttribute("id")}`);
    await inner.waitFor();

    expect(await isInView(inner)).toBe(true);
  });

  it("has Redoc's own page in every header, with title, version and a way back, which loads nothing from elsewhere", async () => {
    await using page = await visit("listTestRuns");
    await page.getByRole("banner").getByRole("link", { name: "Redoc" }).click();
    // Until its script has run, the page does not respond to a click.
    await page.getByText("Search Ctrl+K").waitFor();
    await page.getByText("Test runs", { exact: true }).first().click();
    await page.getByText("Create a test run").first().click();
    await page.getByRole("heading", { name: "Create a test run" }).waitFor();
    const version = spec.document.info?.version;

    expect(await page.title()).toBe(`Testsigma Test Management API ${version} in Redoc (unofficial)`);
    expect(await page.getByRole("heading", { name: `Testsigma Test Management API (${version})` }).count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
    // The logo of Redocly is on another host. The page asks for it, and its policy blocks that.
    const isLogo = (text: string) => text.includes("https://cdn.redoc.ly/redoc/logo-mini-full.svg");
    expect(page.requested.filter((url) => !url.startsWith(docs.url) && !isLogo(url))).toEqual([]);
    expect(page.complaints.filter((text) => !isLogo(text))).toEqual([]);
    await page.getByRole("link", { name: "Back to the docs" }).click();
    expect(placeOf(page)).toBe("index.html");
  });
});
