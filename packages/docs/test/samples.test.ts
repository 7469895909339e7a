import { type MockServer, startMock } from "@testsigma-tms/mock";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageFile } from "./built-docs.ts";
import { launchChromium } from "./chromium.ts";
import { visit } from "./reader.ts";
import { isPythonLeftOut, runSample, typeCheck } from "./sample-runner.ts";

describe("the samples, copied from the page", () => {
  let browser: Browser;
  let page: Page;
  let mock: MockServer;

  beforeAll(async () => {
    mock = await startMock();
    browser = await launchChromium();
    ({ page } = await visit(browser, pageFile, { permissions: ["clipboard-read", "clipboard-write"] }));
  });

  afterAll(async () => {
    await browser.close();
    await mock.close();
  });

  /** Copies the sample and fills in host, key and project as a reader would. */
  async function copied(label: string, { key = "any-key" } = {}): Promise<string> {
    const source = await copySample(page, label);
    expect(source).toContain("https://arcus.testsigma.com/api/v1");
    return source
      .replaceAll("https://arcus.testsigma.com", mock.url)
      .replaceAll("<API_KEY>", key)
      .replaceAll("c47ade67-0543-4582-a4a5-b7de447c94f5", "0b8f3a52-9c1d-4e7a-8b65-2f4d6c8e0a13");
  }

  it("creates a run by curl", async () => {
    const { code, stdout, stderr } = await runSample("curl", await copied("curl"));

    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ data: { test_run: { human_id: "DEMO-R-1" } } });
  });

  it("fails in curl, with the reason, when the API refuses", async () => {
    const { code, stdout } = await runSample("curl", await copied("curl", { key: "invalid" }));

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ code: 401, message: "Authorization header required" });
  });

  it("creates a run in JavaScript by fetch", async () => {
    const { stdout, stderr } = await runSample("JavaScript", await copied("JavaScript"));

    expect(stderr).toBe("");
    expect(stdout).toContain("human_id: 'DEMO-R-1'");
  });

  it.skipIf(isPythonLeftOut())("creates a run in Python by requests", async () => {
    const { code, stdout, stderr } = await runSample("Python", await copied("Python"));

    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ data: { test_run: { human_id: "DEMO-R-1" } } });
  });

  it("creates a run in TypeScript by the client", async () => {
    const { code, stdout, stderr } = await runSample("TypeScript", await copied("TypeScript"));

    expect(code, stderr).toBe(0);
    expect(stdout).toContain("human_id: 'DEMO-R-1'");
  });

  it("has TypeScript that type-checks", async () => {
    const { code, stdout } = await typeCheck(await copySample(page, "TypeScript"));

    expect(code, stdout).toBe(0);
  });

  it("would not type-check without its title", async () => {
    const { code, stdout } = await typeCheck((await copySample(page, "TypeScript")).replace(/^ +title: .*\n/m, ""));

    expect(code).not.toBe(0);
    expect(stdout).toContain("Property 'title' is missing");
  });

  it("creates a run at the mock by the line beside them", async () => {
    const source = await copy(page, page.locator("pre", { hasText: "http://127.0.0.1:4010" }).first());
    const { code, stdout } = await runSample("curl", source.replace("http://127.0.0.1:4010", mock.url));

    expect(source).not.toContain("\n");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ data: { test_run: { human_id: "DEMO-R-1" } } });
  });
});

async function copySample(page: Page, label: string): Promise<string> {
  const panel = page.locator(".panel-request-samples");
  await panel.getByRole("button", { name: /^(curl|JavaScript|Python|TypeScript)$/ }).click();
  await page.getByRole("menuitem", { name: label, exact: true }).click();
  const block = panel.locator('[data-component-name="CodeBlock/CodeBlock"]');
  await block.hover();
  return copy(page, block);
}

/** Clicks the "Copy" of a block and waits until something is in the clipboard. */
async function copy(page: Page, block: Locator): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await block.getByRole("button", { name: "Copy" }).click();
  const copied = await page.waitForFunction(() => navigator.clipboard.readText());
  return copied.jsonValue();
}
