import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveDocs } from "../src/index.ts";
import { description, dist, pageFile } from "./built-docs.ts";
import { launchChromium } from "./chromium.ts";
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

    it.each(["/", "/reference/", "/reference/index.html"])("from a server, at %s", async (path) => {
      const root = await mkdtemp(join(tmpdir(), "docs-host-"));
      await cp(dist, root, { recursive: true });
      await cp(dist, join(root, "reference"), { recursive: true });
      await using host = await serveDocs({ root });
      const { page, requests, complaints } = await visit(browser, host.url + path);
      await readEverything(page);
      await page.close();
      await rm(root, { recursive: true });

      expect(requests).toEqual([host.url + path]);
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

  it("is built without Redoc's telemetry", async () => {
    expect(await readFile(join(dist, "index.html"), "utf8")).toContain('"disableTelemetry":true');
  });

  it("opens at the section that its address names", async () => {
    const { page } = await visit(browser, `${pageFile}#/limits-and-retries`);

    await page.waitForFunction(() => {
      const heading = [...document.querySelectorAll("h2")].find(
        ({ textContent }) => textContent === "Limits and retries",
      );
      const top = heading?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < window.innerHeight / 2;
    });
  });

  it("names itself in the tab, in search results and by an icon", async () => {
    const { page } = await visit(browser, pageFile);

    expect(await page.title()).toBe("Testsigma Test Management API (unofficial)");
    expect(await page.locator('meta[name="description"]').getAttribute("content")).toBe(description.info.summary);
    expect(await page.locator('link[rel="icon"]').getAttribute("href")).toMatch(/^data:image\/svg\+xml,/);
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
