import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveDocs } from "../src/index.ts";
import { operationsOf, resolve, type Schema } from "../src/openapi.ts";
import { description, dist, pageFile } from "./built-docs.ts";
import { launchChromium } from "./chromium.ts";
import { errorMessages } from "./error-messages.ts";
import { renderAll, visit } from "./reader.ts";

describe("the page", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  describe("loads nothing from elsewhere and has nothing to complain about", () => {
    it("from disk", async () => {
      const { page, requests, complaints } = await visit(browser, pageFile);
      await readEverything(page);

      expect(requests).toEqual([pageFile]);
      expect(complaints).toEqual([]);
    });

    it("from a server, under a path of its own", async () => {
      const root = await mkdtemp(join(tmpdir(), "docs-host-"));
      await cp(dist, join(root, "reference"), { recursive: true });
      await cp(join(dist, "index.html"), join(root, "index.html"));
      const host = await serveDocs({ root });
      const { page, requests, complaints } = await visit(browser, `${host.url}/reference/index.html`);
      await readEverything(page);
      await host.close();
      await rm(root, { recursive: true });

      expect(requests).toEqual([`${host.url}/reference/index.html`]);
      expect(complaints).toEqual([]);
    });
  });

  it("keeps foreign scripts, images and connections out by its policy", async () => {
    const { page } = await visit(browser, pageFile);
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
          fetch("https://example.com").catch(() => {});
        }),
    );

    expect(blocked).toEqual(["connect-src", "img-src", "script-src-elem"]);
  });

  it("allows scripts by their hash only", async () => {
    const [, policy = ""] =
      (await readFile(join(dist, "index.html"), "utf8")).match(/Content-Security-Policy" content="([^"]+)"/) ?? [];
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src"));

    expect(scripts).toMatch(/^script-src( 'sha256-[\w+/]+=*'){3}$/);
  });

  it("names itself in the tab, in search results and by an icon", async () => {
    const { page } = await visit(browser, pageFile);

    expect(await page.title()).toBe("Testsigma Test Management API (unofficial)");
    expect(await page.locator('meta[name="description"]').getAttribute("content")).toBe(description.info.summary);
    expect(await page.locator('link[rel="icon"]').getAttribute("href")).toMatch(/^data:image\/svg\+xml,/);
  });

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
    const { page } = await visit(browser, pageFile);
    await renderAll(page);
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

  it("prints no provenance as a sentence beside the badges", async () => {
    const { page } = await visit(browser, pageFile);
    await renderAll(page);

    expect(await page.locator("main").textContent()).not.toMatch(/Provenance:|\((documented|observed|inferred)\)/);
  });

  it("has no dead link", async () => {
    const { page } = await visit(browser, pageFile);
    await renderAll(page);
    const dead = await deadLinks(page);

    expect(dead).toEqual([]);
  });

  it("links to sections that also work without its script", async () => {
    const html = await readFile(join(dist, "index.html"), "utf8");
    const prerendered = html.slice(html.indexOf("<body"), html.indexOf('<script type="module">'));

    expect(prerendered.match(/href="\/[^"]*"/g)).toBeNull();
  });

  it("has its text, every error case with its body included, in the sections", async () => {
    const { page } = await visit(browser, pageFile);
    await renderAll(page);
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

  it("has the description and a Markdown form beside it", async () => {
    const docs = await serveDocs();
    const [json, yaml, text] = await Promise.all(
      ["openapi.json", "openapi.yaml", "llms.txt"].map(async (name) => (await fetch(`${docs.url}/${name}`)).text()),
    );
    await docs.close();

    expect(JSON.parse(json ?? "")).toEqual(description);
    expect(yaml).toMatch(/^openapi: 3\.1/);
    expect(text).toContain("## Create a test run\n\n`POST /projects/{project_id}/test_runs`");
  });
});

/** Renders all, looks at every answer, searches, and opens the menu of languages: whatever could load something. */
async function readEverything(page: Page): Promise<void> {
  await renderAll(page);
  for (const tab of await page.getByRole("tab").all()) await tab.click();
  await page.getByRole("button", { name: "curl", exact: true }).click();
  await page.getByText("TypeScript", { exact: true }).click();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search docs...").fill("title");
  await page.getByText("Title of the test run").last().waitFor();
  await page.keyboard.press("Escape");
}

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
    element !== null &&
    (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.querySelectorAll("main *")]
    .filter((element) => element.children.length === 0 && element.textContent?.trim())
    .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(element))
    .map((element) => element.textContent ?? "");
}

function requestBody(): Schema {
  const [first] = operationsOf(description);
  const body = first?.operation.requestBody && resolve(description, first.operation.requestBody);
  const schema = body?.content["application/json"]?.schema;
  if (!schema) throw new Error("The description has no request body to look for.");
  return resolve(description, schema);
}

const requestFields = () => Object.keys(requestBody().properties ?? {});
