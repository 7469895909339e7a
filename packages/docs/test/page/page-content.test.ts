import type { Schema } from "@testsigma-tms/codegen";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";
import { spec } from "../support/built-docs.ts";
import { visit } from "../support/reader.ts";

describe("what a reader finds on the page", () => {
  let browser: Browser;
  let docs: DocsServer;
  let page: Page;

  beforeAll(async () => {
    docs = await serveDocs();
    browser = await launchChromium();
    ({ page } = await visit(browser, docs.url, { viewport: { width: 1400, height: 1000 } }));
  });

  afterAll(async () => {
    await browser.close();
    await docs.close();
  });

  it("on the first screen: what it is, an install line, a sample, the first operation and the guide", async () => {
    const inView = [
      page.getByRole("heading", { level: 1 }),
      page.locator("#overview").getByText("npx -y pnpm@12 tarballs"),
      page.locator("#overview").getByText("curl --fail-with-body"),
      ...["Create a test run", "Report from CI", "Client", "Mock", "Errors"].map((name) =>
        page.locator("#overview").getByRole("link", { name, exact: true }),
      ),
      ...["Create a test run", "Authentication", "Errors", "Using the mock"].map((name) =>
        page.locator("#menu").getByRole("link", { name }).first(),
      ),
    ];
    for (const locator of inView) {
      const box = await locator.boundingBox();
      expect(box && box.y > 0 && box.y + 20 < 1000, locator.toString()).toBe(true);
    }
  });

  it("every operation in the menu, by its tag, Create a test run first", async () => {
    const groups = await page.locator("#menu details summary").allTextContents();
    const links = await page.locator("#menu details a .method").count();

    expect(groups.slice(0, 1).concat(groups.slice(-1))).toEqual(["Test runs", "Guide"]);
    expect(links).toBe(spec.operations.length);
    expect(await page.locator("#menu details a").first().getAttribute("href")).toBe("#createTestRun");
  });

  it("each field of a body with its type, its mark, and whether it is required by whose word", async () => {
    const lines = await page
      .locator(".field")
      .evaluateAll((fields) =>
        Object.fromEntries(fields.map(({ id, firstElementChild }) => [id, firstElementChild?.textContent ?? ""])),
      );
    for (const operation of spec.operations) {
      const schema = operation.requestBody?.content[0]?.schema;
      const { properties = {}, required = [] } = schema ? spec.resolve<Schema>(schema) : {};
      for (const [name, property] of Object.entries(properties)) {
        const field = spec.resolve<Schema>(property);
        const line = lines[`${operation.id}/body/${name}`] ?? "";

        expect(line, `${operation.id} ${name}`).toContain(`(${field["x-provenance"]})`);
        expect(line.includes("required"), `${operation.id} ${name}`).toBe(required.includes(name));
      }
    }
  });

  it("every example under its scenario's name", async () => {
    const text = (await page.locator("main").textContent()) ?? "";
    const names = spec.operations.flatMap(({ responses }) =>
      responses.flatMap(({ content }) => content.flatMap(({ examples }) => Object.keys(examples))),
    );

    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  it("one response open, as the live service was seen to send it where that is known", async () => {
    const openIn = (id: string) => page.locator(`#${id} aside > details[open] summary code`).allTextContents();

    expect(await openIn("createTestRun")).toEqual(["created"]);
    expect(await openIn("listTestRunCases")).toEqual(["listed_as_observed"]);
  });

  it("which operations give an error that few give", async () => {
    const texts = await page.locator("#errors section", { hasText: "400 Bad Request" }).allTextContents();

    expect(texts.map((text) => /Given by (.*?)\./.exec(text)?.[1])).toEqual(["createTestRun", undefined]);
  });

  it("the working host wherever one is copied", async () => {
    const samples = await page.locator(".samples pre").allTextContents();

    expect(samples.filter((sample) => sample.includes("test-management.testsigma.com"))).toEqual([]);
    expect(samples.filter((sample) => !sample.includes("https://arcus.testsigma.com/api/v1"))).toEqual([]);
  });

  it("no noise: no comma before a format, no [i] without a text of its own, the note about samples once", async () => {
    const types = await page.locator(".type").allTextContents();
    const text = (await page.locator("main").textContent()) ?? "";

    expect(types.filter((type) => type.includes(", ("))).toEqual([]);
    expect(await page.locator(".name", { hasText: "[i]" }).count()).toBe(0);
    expect(text.split("put your key in place of").length).toBe(2);
  });

  it("no dead link", async () => {
    const dead = await page.evaluate(async () => {
      const found: string[] = [];
      for (const link of document.querySelectorAll("a")) {
        const href = link.getAttribute("href") ?? "";
        const isOutside = href === "https://redocly.com/redoc/";
        const isThere = href.startsWith("#") && document.getElementById(decodeURIComponent(href.slice(1))) !== null;
        if (!isOutside && !isThere) found.push(href);
      }
      return [...new Set(found)];
    });
    const missing = [];
    for (const href of dead) if ((await page.request.head(`${docs.url}/${href}`)).status() !== 200) missing.push(href);

    expect(missing).toEqual([]);
  });

  it("no id twice", async () => {
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each([1400, 768, 360])("nothing cut off at a width of %i pixels", async (width) => {
    const { page } = await visit(browser, docs.url, { viewport: { width, height: 800 } });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      for (const section of document.querySelectorAll<HTMLElement>("section"))
        section.style.contentVisibility = "visible";
    });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(cutOff)).toEqual([]);
  });
});

/** Texts that stick out of the window and cannot be scrolled to. */
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
