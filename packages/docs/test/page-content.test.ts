import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operationsOf, resolve, type Schema } from "../src/openapi.ts";
import { description, dist, pageFile } from "./built-docs.ts";
import { launchChromium } from "./chromium.ts";
import { errorMessages } from "./error-messages.ts";
import { renderAll, visit } from "./reader.ts";

describe("what a reader finds on the page", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    ({ page } = await visit(browser, pageFile));
    await renderAll(page);
  });

  afterAll(() => browser.close());

  it("opens with the operation, its fields, its sample and its answers unfolded, and the sidebar open", async () => {
    const { page } = await visit(browser, pageFile, { viewport: { width: 1440, height: 900 } });

    expect(await isInView(page, page.getByRole("heading", { name: "Create a test run" }))).toBe(true);
    expect(await isInView(page, page.getByRole("navigation", { name: "Contents" }))).toBe(true);
    await renderAll(page);
    expect(await page.getByText("+ Show").count()).toBe(0);
    for (const name of requestFields()) {
      expect(
        await page
          .locator(".schema-name", { hasText: new RegExp(`^${name}$`) })
          .first()
          .isVisible(),
        name,
      ).toBe(true);
    }
    expect(await page.getByText("curl --fail-with-body").first().isVisible()).toBe(true);
    expect(await page.getByText('"human_id": "DEMO-R-1"').first().isVisible()).toBe(true);
    expect(await page.getByRole("tab").allTextContents()).toEqual(["200", "400", "401", "404", "422", "500"]);
  });

  it("shows at each request field its type, whether it is required, and its mark", async () => {
    const body = requestBody();
    for (const [name, property] of Object.entries(body.properties ?? {})) {
      const field = property as Schema & { "x-provenance": string };
      const anchor = page.locator(`[id="other/createtestrun/t=request&path=${name}"]`);
      const line = anchor.locator(".schema-name").first().locator("xpath=../..");
      const text = (await line.textContent())?.toLowerCase();

      expect(text, name).toContain(field.type);
      expect(text?.includes("required"), `${name} required`).toBe(body.required?.includes(name));
      expect(await line.locator('[data-component-name="Tag/Tag"]').textContent(), name).toBe(field["x-provenance"]);
    }
  });

  it("shows every mark as a badge and none as a sentence", async () => {
    const main = page.locator("main");
    const marks = await main.locator(".mark").allTextContents();
    const text = (await main.textContent()) ?? "";

    expect(text).not.toContain("Provenance:");
    expect(text.match(/\((documented|observed|inferred)\)/g)).toEqual(marks);
  });

  it("has no dead link", async () => {
    const dead = await deadLinks(page);

    expect(dead).toEqual([]);
  });

  it("has no link to a path that exists on no host, also before its script runs", async () => {
    const html = await readFile(join(dist, "index.html"), "utf8");
    const prerendered = html.slice(html.indexOf("<body"), html.indexOf('<script type="module">'));

    expect(prerendered.match(/href="\/[^"]*"/g)).toBeNull();
  });

  it("has its text, every error case with its body included, in the sections", async () => {
    const errors = await page.locator('[data-section-id="/errors"]').textContent();
    for (const message of errorMessages()) expect(errors).toContain(message);
    const titles = await page.locator("h2").allTextContents();

    expect(titles).toEqual([
      "Create a test run",
      "Base URL and redirect",
      "Authentication",
      "Errors",
      "Limits and retries",
      "Timestamps",
      "Documented, observed, inferred",
      "Using the client",
      "Using the mock",
      "Changelog",
    ]);
  });

  it.each([1440, 360])("overflows nowhere at a width of %i pixels", async (width) => {
    const { page } = await visit(browser, pageFile, { viewport: { width, height: 800 } });
    await renderAll(page);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(cutOff)).toEqual([]);
  });
});

async function isInView(page: Page, locator: ReturnType<Page["locator"]>): Promise<boolean> {
  const box = await locator.boundingBox();
  const window = page.viewportSize();
  return (
    box !== null && window !== null && box.x >= 0 && box.y >= 0 && box.y + Math.min(box.height, 40) <= window.height
  );
}

/** Every link that leads to no section, no element, no file, or an address that is not on the list. */
function deadLinks(page: Page): Promise<string[]> {
  const files = ["openapi.json", "openapi.yaml", "llms.txt"];
  const outside = ["https://redocly.com/redoc/"];
  return page.evaluate(
    ({ files, outside }) => {
      const sections = [...document.querySelectorAll("[data-section-id]")].map((each) =>
        each.getAttribute("data-section-id"),
      );
      const leads = (href: string) => {
        if (files.includes(href) || outside.includes(href)) return true;
        const [, path, id] = href.match(/^#(\/[^#]*)(?:#(.+))?$/) ?? [];
        return sections.includes(path ?? "") && (!id || document.getElementById(decodeURIComponent(id)) !== null);
      };
      return [...document.querySelectorAll("a")]
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => !leads(href));
    },
    { files, outside },
  );
}

/** Texts that stick out of the window and cannot be scrolled to. */
function cutOff(): string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    if (range.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(node.parentElement)) {
      texts.push(node.textContent ?? "");
    }
  }
  return texts;
}

function requestBody(): Schema {
  const [first] = operationsOf(description);
  const body = first?.operation.requestBody && resolve(description, first.operation.requestBody);
  const schema = body?.content["application/json"]?.schema;
  if (!schema) throw new Error("The description has no request body to look for.");
  return resolve(description, schema);
}

const requestFields = () => Object.keys(requestBody().properties ?? {});
