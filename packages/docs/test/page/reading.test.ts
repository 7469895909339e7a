import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { serveDocs } from "../../src/index.ts";
import { dist } from "../support/built-docs.ts";
import { addressOf, docs, search, unfold, visit } from "../support/reader.ts";

/** Returns the name of a page and the place on it. */
const placeOf = (page: Page) => decodeURIComponent(page.url().slice(docs.url.length + 1));

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

describe("a reader", () => {
  it("finds on the first page what it is, the base URL, a first request, and the first operation", async () => {
    const { page, complaints } = await visit("index", { viewport: { width: 1440, height: 900 } });
    const inView = [
      page.getByRole("heading", { level: 1 }),
      page.getByText("https://arcus.testsigma.com/api/v1", { exact: true }).first(),
      page.getByText("curl --fail-with-body"),
      page.locator("main").getByRole("link", { name: "Create a test run" }).first(),
      page.getByRole("link", { name: "API key", exact: true }),
      page.locator("#menu").getByRole("link", { name: "Create a test run" }),
    ];
    for (const locator of inView) {
      const box = await locator.boundingBox();
      expect(box && box.y > 0 && box.y + box.height < 900, locator.toString()).toBe(true);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ["how to send the key", "Authentication", "Authorization: Bearer <API_KEY>"],
    ["what to do about a rate limit", "Limits and retries", "rate limit exceeded"],
    ["how to close a run", "Close a run", 'status: "CLOSED"'],
    ["how to upload a JUnit file", "Upload a JUnit file and wait for it", "importJunitReport"],
    ["which statuses there are", "List test run statuses", "GET"],
    ["what inferred means", "Documented, observed, inferred", "Check it before you depend on it"],
  ])("learns in two clicks at most %s", async (_, link, answer) => {
    const { page } = await visit("index", { viewport: { width: 1440, height: 900 } });
    const menu = page.locator("#menu");
    const group = menu.locator("details", { has: page.getByRole("link", { name: link, includeHidden: true }) });
    if (!(await group.evaluate((details: HTMLDetailsElement) => details.open))) await group.locator("summary").click();
    await menu.getByRole("link", { name: link }).click();

    await page.locator("main").getByText(answer).first().waitFor();
    await page.close();
  });

  it.each([1440, 390])("comes back to the same place with Back, Forward and reload, %i pixels wide", async (width) => {
    const { page } = await visit("createTestRun", { viewport: { width, height: 800 } });
    const links = ["label_names", "status"].map((name) => page.locator(`[id$="/${name}"] .name`).last());
    const left: [place: string, scrolled: number][] = [];
    for (const link of [...links, page.locator(".errors a").first()]) {
      await link.scrollIntoViewIfNeeded();
      left.push([placeOf(page), await scrolled(page)]);
      const before = page.url();
      await link.click();
      await page.waitForURL((url) => url.href !== before);
    }
    left.push([placeOf(page), await scrolled(page)]);
    for (const [place, y] of left.toReversed()) {
      expect([placeOf(page), await scrolled(page)]).toEqual([place, y]);
      await page.reload();
      expect([placeOf(page), await scrolled(page)]).toEqual([place, y]);
      if (place !== left[0]?.[0]) await page.goBack();
    }
    for (const [place, y] of left.slice(1)) {
      await page.goForward();
      expect([placeOf(page), await scrolled(page)]).toEqual([place, y]);
    }
    expect(left.at(-1)?.[0]).toMatch(/^errors\.html#error-400/);
    await page.close();
  });

  it("is led to a field near the top of the window", async () => {
    const { page } = await visit("createTestRun#createTestRun/200/data/test_run/status");
    const top = await page.locator(":target").evaluate((field) => field.getBoundingClientRect().top);

    expect(top).toSatisfy((pixels: number) => pixels > 50 && pixels < 150);
    await page.close();
  });

  it.each([
    ["#createTestRun", "createTestRun.html"],
    ["#createTestRun/body/title", "createTestRun.html#createTestRun/body/title"],
    ["#errors", "errors.html"],
    ["#error-404", "errors.html#error-404"],
    ["#tag-folders", "index.html#tag-folders"],
  ])("is led from the old address %s to its page", async (hash, place) => {
    const { page } = await visit(`index${hash}`);
    await page.waitForURL((url) => url.href.endsWith(place));

    expect(placeOf(page)).toBe(place);
    await page.close();
  });

  it("sees in the menu where they are, with its group open", async () => {
    const { page } = await visit("moveFolder", { viewport: { width: 1440, height: 500 } });
    const current = page.locator('#menu [aria-current="page"]');

    expect(await current.textContent()).toContain("Move a folder");
    const box = await current.boundingBox();
    expect(box && box.y > 50 && box.y < 500).toBe(true);
    await page.close();
  });

  it("chooses a language once, for every page", async () => {
    const { page } = await visit("createTestRun");
    await page.getByRole("button", { name: "Python" }).click();
    await page.goto(addressOf("listTestRuns"));

    expect(await page.locator(".sample:visible").getAttribute("data-language")).toBe("python");
    await page.close();
  });

  it("chooses one of the named requests, and keeps the language", async () => {
    const { page } = await visit("createTestRun");
    await page.getByRole("button", { name: "fetch" }).click();
    await page.locator("select.request").selectOption({ label: "regression_suite: The documented request" });

    expect(await page.locator(".sample:visible").textContent()).toContain("Regression suite — patient portal");
    expect(await page.locator("textarea[name=body]").inputValue()).toContain("Regression suite — patient portal");
    expect(await page.locator(".sample:visible").getAttribute("data-language")).toBe("javascript");
    await page.close();
  });

  it("enters project and key once; they are in every sample and form, in no address, and gone with the tab", async () => {
    const { page, requests } = await visit("createTestRun");
    await page.getByText("Use your project and key").click();
    await page.getByLabel("Project id").fill("11111111-2222-3333-4444-555555555555");
    await page.getByLabel("API key").fill("eyJ.own-key");
    await page.goto(addressOf("listTestRuns"));
    const sample = (await page.locator(".sample:visible code").textContent()) ?? "";

    expect(sample).toContain("/projects/11111111-2222-3333-4444-555555555555/test_runs");
    expect(sample).toContain("Bearer eyJ.own-key");
    expect(await page.locator('[name="path:project_id"]').inputValue()).toBe("11111111-2222-3333-4444-555555555555");
    expect(requests.join(" ")).not.toMatch(/own-key|11111111/);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/own-key|11111111/);
    await page.getByLabel("API key").fill(`eyJ'; rm -rf "$HOME"`);
    expect(await page.locator(".sample:visible code").textContent()).toContain("Bearer <API_KEY>");
    await page.close();
  });

  it("copies where pages have no clipboard", async () => {
    const { page } = await visit("createTestRun");
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    const copied = page.evaluate(
      () =>
        new Promise((done) => document.addEventListener("copy", () => done(String(getSelection())), { once: true })),
    );
    await page.locator(".endpoint .copy").click();

    expect(await copied).toBe("https://arcus.testsigma.com/api/v1/projects/{project_id}/test_runs");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    await page.close();
  });

  it("changes between light and dark; the next page is so from its first paint", async () => {
    const { page } = await visit("index", { colorScheme: "light" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole("button", { name: "Dark or light" }).click();
    const dark = await background();
    const held = new Promise<Route>((resolve) => page.route("**/page.js", resolve));
    await page.goto(addressOf("errors"), { waitUntil: "commit" });
    const script = await held;
    await page.getByRole("heading", { level: 1 }).waitFor();

    expect(dark).not.toBe(light);
    expect(await background()).toBe(dark);
    await script.continue();
    await page.close();
  });

  it("reads everything without JavaScript, and gets around", async () => {
    const { page } = await visit("createTestRun", { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    await page.locator("#menu").getByRole("link", { name: "List test runs" }).waitFor();
    await page.getByText("Everything, nightly 2026-11-23").first().waitFor();
    await page.getByText("import requests").first().waitFor();

    expect(await page.getByText("Send to the mock").isVisible()).toBe(false);
    await page.close();
  });

  it("opens the pages from disk, and under any path of a server", async () => {
    const folder = await mkdtemp(join(tmpdir(), "docs-path-"));
    await cp(dist, join(folder, "api/docs"), { recursive: true });
    await cp(join(dist, "index.html"), join(folder, "index.html"));
    await using server = await serveDocs({ root: folder });
    for (const root of [`${server.url}/api/docs`, pathToFileURL(dist).href]) {
      const { page, complaints } = await visit(`${root}/index.html`, { viewport: { width: 1440, height: 900 } });
      await page.locator("#menu").getByRole("link", { name: "List test runs" }).click();
      await page.waitForURL(/listTestRuns/);
      await search(page, "title");
      await page.keyboard.press("Enter");
      await page.waitForURL(/createTestRun\.html#createTestRun\/body\/title/);
      await page.goBack();
      expect(page.url(), root).toBe(`${root}/listTestRuns.html`);
      expect(complaints, root).toEqual([]);
      await page.close();
    }
    await rm(folder, { recursive: true });
  });

  it("has all of it in one file, which loads nothing", async () => {
    const address = pathToFileURL(join(dist, "reference.html")).href;
    const { page, requests, complaints } = await visit(address);
    await search(page, "title");
    await page.keyboard.press("Enter");

    expect(page.url()).toBe(`${address}#createTestRun/body/title`);
    expect(requests).toEqual([address]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("loads a small script with a page, and search when it is first used", async () => {
    const { page, requests } = await visit("createTestRun");
    const paths = () => requests.map((url) => new URL(url).pathname).filter((path) => path !== "/favicon.svg");
    expect(paths()).toEqual(["/createTestRun.html", "/page.js"]);
    await search(page, "title");

    expect(paths().slice(2)).toEqual(["/search.js"]);
    await page.close();
  });
});

describe("on a phone", () => {
  it("the menu covers the page, which cannot be reached meanwhile, and closes by key or choice", async () => {
    const { page } = await visit("createTestRun", { viewport: { width: 390, height: 740 } });
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
    await page.close();
  });
});

describe("nothing is cut off", () => {
  it.each([
    [1440, 100],
    [768, 100],
    [390, 100],
    [320, 100],
    [1440, 200],
    [390, 200],
  ])("at %i pixels with text at %i percent", async (width, percent) => {
    const { page } = await visit("createTestRun", { viewport: { width, height: 800 } });
    const devtools = await page.context().newCDPSession(page);
    // Changes the font size as the settings of the browser do.
    await devtools.send("Page.setFontSizes", { fontSizes: { standard: (16 * percent) / 100 } });
    for (const name of ["createTestRun", "importJunitReport", "errors", "index", "documented-observed-inferred"]) {
      await page.goto(addressOf(name));
      await unfold(page);

      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(width);
      expect(await page.evaluate(cutOff), name).toEqual([]);
    }
    await page.close();
  });

  it("in print, which has no buttons and few pages", async () => {
    const { page } = await visit("createTestRun");
    await page.emulateMedia({ media: "print" });

    expect(await page.locator("button:visible, select:visible, nav:visible").count()).toBe(0);
    const printed = (await page.pdf({ format: "A4" })).toString("latin1");
    expect([...printed.matchAll(/\/Type\s*\/Page\b/g)].length).toBeLessThan(12);
    await page.close();
  });

  it("in forced colours, where borders still show what is chosen", async () => {
    const { page } = await visit("createTestRun", { forcedColors: "active", viewport: { width: 1440, height: 800 } });
    const borders = await page.evaluate(() =>
      ['#menu [aria-current="page"]', ".languages [aria-pressed=true]", ".line .mark", ".code"].map((selector) => {
        const { borderLeftWidth, borderLeftColor } = getComputedStyle(
          document.querySelector(selector) ?? document.body,
        );
        return borderLeftWidth !== "0px" && borderLeftColor !== getComputedStyle(document.body).backgroundColor;
      }),
    );

    expect(borders).toEqual([true, true, true, true]);
    const others = page.locator(".languages [aria-pressed=false]").first();
    expect(await others.evaluate((element) => getComputedStyle(element).fontWeight)).toBe("400");
    await page.close();
  });
});

describe("Redoc", () => {
  it("is there as itself, and runs under the policy of its page", async () => {
    const { page, requests, complaints } = await visit("redoc", { viewport: { width: 1440, height: 900 } });
    await page.getByText("Test runs", { exact: true }).first().click();
    await page.getByText("Create a test run").first().click();
    await page.getByRole("heading", { name: "Create a test run" }).waitFor();

    // The logo is on another host, which is blocked.
    const isLogo = (text: string) => text.includes("https://cdn.redoc.ly/redoc/logo-mini-full.svg");
    expect(requests.filter((url) => !url.startsWith(docs.url) && !isLogo(url))).toEqual([]);
    expect(complaints.filter((text) => !isLogo(text))).toEqual([]);
    await page.close();
  });
});

/** Returns texts that extend beyond the window and cannot be scrolled to. */
function cutOff(): string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right), 0);
    if (right > window.innerWidth + 1 && !scrolls(node.parentElement)) texts.push(node.textContent ?? "");
  }
  return texts;
}
