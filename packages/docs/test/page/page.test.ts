import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";
import { dist, pageFile, spec } from "../support/built-docs.ts";
import { search, visit } from "../support/reader.ts";

describe("the page", () => {
  let browser: Browser;
  let docs: DocsServer;

  beforeAll(async () => {
    docs = await serveDocs();
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await docs.close();
  });

  it("loads its small script, and search when it is first used", async () => {
    const { page, requests, complaints } = await visit(browser, docs.url);
    const first = [...requests];
    await search(page, "title");

    expect(first.map((url) => new URL(url).pathname)).toEqual(["/", "/page.js"]);
    expect(requests.slice(first.length).map((url) => new URL(url).pathname)).toEqual(["/search.js"]);
    expect(complaints).toEqual([]);
  });

  it("is there in one file, which loads nothing and works from disk", async () => {
    const { page, requests, complaints } = await visit(browser, pageFile);

    expect((await search(page, "title")).length).toBeGreaterThan(5);
    expect(requests).toEqual([pageFile]);
    expect(complaints).toEqual([]);
  });

  it("keeps foreign scripts, images and connections out by its policy", async () => {
    const { page } = await visit(browser, docs.url);
    const blocked = await page.evaluate(
      () =>
        new Promise<string[]>((done) => {
          const directives: string[] = [];
          document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
            if (directives.push(effectiveDirective) === 3) done(directives.sort());
          });
          const script = document.createElement("script");
          script.textContent = "throw new Error('a foreign script ran')";
          document.body.append(script);
          new Image().src = "https://example.com/pixel.png";
          fetch("https://arcus.testsigma.com").catch(() => {});
        }),
    );

    expect(blocked).toEqual(["connect-src", "img-src", "script-src-elem"]);
  });

  it("weighs at most 150 kB, gzipped, with all operations", async () => {
    const files = await Promise.all(["index.html", "page.js"].map((name) => readFile(join(dist, name))));

    expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThan(150_000);
  });

  it("names itself in the tab, in search results and by an icon", async () => {
    const { page } = await visit(browser, docs.url);

    expect(await page.title()).toBe("Testsigma Test Management API (unofficial)");
    expect(await page.locator('meta[name="description"]').getAttribute("content")).toMatch(/^Create test runs/);
    expect((await page.request.get(`${docs.url}/favicon.svg`)).status()).toBe(200);
  });

  it("has the OpenAPI document and its texts for programs beside it", async () => {
    const names = ["openapi.json", "openapi.yaml", "llms.txt", "llms-full.txt", "operations/createTestRun.md"];
    const [json = "", ...texts] = await Promise.all(
      names.map(async (name) => (await fetch(`${docs.url}/${name}`)).text()),
    );

    expect(Object.keys(JSON.parse(json).paths)).toEqual(Object.keys(spec.document.paths ?? {}));
    expect(texts.map((text) => text.split("\n")[0])).toEqual([
      expect.stringMatching(/^openapi: 3\.1/),
      `# Testsigma Test Management API ${spec.document.info?.version} (unofficial)`,
      `# Testsigma Test Management API ${spec.document.info?.version} (unofficial)`,
      "# Create a test run",
    ]);
  });

  it("shows the samples of the language that was chosen, everywhere and on the next visit", async () => {
    const { page } = await visit(browser, docs.url);
    await page.locator("#overview").getByRole("button", { name: "Python" }).click();
    const shown = () =>
      page.locator("#listTestRuns .samples div:not([hidden])[data-language]").getAttribute("data-language");

    expect(await shown()).toBe("python");
    await page.reload();
    expect(await shown()).toBe("python");
  });

  it("changes between light and dark, and keeps the choice", async () => {
    const { page } = await visit(browser, docs.url, { colorScheme: "light" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole("button", { name: "Dark or light" }).click();
    const dark = await background();
    await page.reload();

    expect(dark).not.toBe(light);
    expect(await background()).toBe(dark);
  });

  it("is painted, and can be read, before its script arrives", async () => {
    const page = await browser.newPage();
    const held = new Promise<Route>((resolve) => page.route("**/page.js", resolve));
    await page.goto(`${docs.url}/#moveFolder`, { waitUntil: "domcontentloaded" });
    await page.getByRole("heading", { name: "Move a folder" }).waitFor();
    const current = page.locator('#menu a[aria-current="true"]');
    expect(await current.count()).toBe(0);
    await (await held).continue();

    await current.waitFor({ state: "attached" });
  });

  it("opens what hides the place that the address names", async () => {
    const { page } = await visit(browser, docs.url);
    const place = "createTestRun/body/static_selection_filters[]/field";
    await page.locator(`[id="${place}"]`).evaluate((field) => field.closest("details")?.removeAttribute("open"));
    await page.evaluate((hash) => {
      location.hash = hash;
    }, place);

    await page.locator(`[id="${place}"]`).waitFor();
  });

  it("marks in the menu what is read, and opens its group", async () => {
    const { page } = await visit(browser, `${docs.url}/#moveFolder`, { viewport: { width: 1400, height: 900 } });

    await page.locator('#menu a[aria-current="true"][href="#moveFolder"]').waitFor();
  });

  it("has a menu on a phone that closes when a section was chosen", async () => {
    const { page } = await visit(browser, docs.url, { viewport: { width: 360, height: 740 } });
    const menu = page.getByRole("navigation", { name: "Contents" });
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await menu.getByRole("link", { name: "Errors" }).click();

    expect(await menu.isVisible()).toBe(false);
    expect(await isNearTop(page, "#errors")).toBe(true);
  });
});

const isNearTop = (page: Page, selector: string) =>
  page
    .waitForFunction((name) => {
      const top = document.querySelector(name)?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < window.innerHeight / 2;
    }, selector)
    .then(() => true);
