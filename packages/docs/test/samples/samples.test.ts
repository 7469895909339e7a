import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MockServer, startMock } from "@testsigma-tms/mock";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";
import { spec } from "../support/built-docs.ts";
import { visit } from "../support/reader.ts";
import { isLeftOut, runSample, typeCheck } from "../support/sample-runner.ts";

describe("the samples, copied from the page", () => {
  let browser: Browser;
  let docs: DocsServer;
  let page: Page;
  let mock: MockServer;
  let folder: string;

  beforeAll(async () => {
    mock = await startMock();
    docs = await serveDocs();
    browser = await launchChromium();
    ({ page } = await visit(browser, docs.url, { permissions: ["clipboard-read", "clipboard-write"] }));
    folder = await mkdtemp(join(tmpdir(), "docs-samples-"));
    for (const name of ["results.xml", "report.xml"]) await writeFile(join(folder, name), "<testsuites/>");
  });

  afterAll(async () => {
    await browser.close();
    await docs.close();
    await mock.close();
    await rm(folder, { recursive: true });
  });

  /** Copies the sample of an operation by its button. */
  async function copied(label: string, operation = "createTestRun"): Promise<string> {
    const samples = page.locator(`#${operation} .samples`);
    await samples.getByRole("button", { name: label, exact: true }).click();
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await samples.locator("div:not([hidden]) > .code").getByRole("button", { name: /^Cop/ }).click();
    return (await page.waitForFunction(() => navigator.clipboard.readText())).jsonValue();
  }

  /** Fills in host and key as a reader would. */
  const filledIn = (source: string, { key = "any-key" } = {}) =>
    source.replaceAll("https://arcus.testsigma.com", new URL(mock.url).origin).replaceAll("<API_KEY>", key);

  const run = async (label: string, operation?: string) =>
    runSample(label, filledIn(await copied(label, operation)), folder);

  it("fail in curl, with the reason, when the API rejects", async ({ skip }) => {
    skip(isLeftOut("curl"));
    const { code, stdout } = await runSample("curl", filledIn(await copied("curl"), { key: "invalid" }));

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ code: 401, message: "Authorization header required" });
  });

  it.for(["curl", "TypeScript", "fetch", "Python"])("create a run: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    const { code, stdout, stderr } = await run(label);

    expect(code, stderr).toBe(0);
    expect(stdout).toContain("DEMO-R-1");
  });

  it.for(["curl", "TypeScript", "fetch", "Python"])("import a report: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    const { code, stdout, stderr } = await run(label, "importJunitReport");

    expect(code, stderr).toBe(0);
    expect(stdout).toContain("JUnit results imported successfully.");
  });

  it("have TypeScript that type-checks, every operation of the spec", async () => {
    const sources = await page
      .locator('.operation .samples div[data-language="typescript"] code')
      .evaluateAll((codes) => codes.map((code, index) => [`sample-${index}.ts`, code.textContent ?? ""]));
    const { code, stdout } = await typeCheck(Object.fromEntries(sources));

    expect(sources).toHaveLength(spec.operations.length);
    expect(code, stdout).toBe(0);
  });

  it("would not type-check without its title", async () => {
    const { code, stdout } = await typeCheck({
      "sample.ts": (await copied("TypeScript")).replace(/^ +title: .*\n/m, ""),
    });

    expect(code).not.toBe(0);
    expect(stdout).toContain("Property 'title' is missing");
  });

  it("run by curl against the mock, every operation of the spec", async ({ skip }) => {
    skip(isLeftOut("curl"));
    const failed = [];
    for (const { id } of spec.operations) {
      const source = await page.locator(`#${id} .samples div[data-language="bash"] code`).textContent();
      const { code, stdout, stderr } = await runSample("curl", filledIn(source ?? ""), folder);
      if (code !== 0) failed.push({ id, stdout, stderr });
    }

    expect(failed).toEqual([]);
  });
});
