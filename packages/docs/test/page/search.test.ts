import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";
import { spec } from "../support/built-docs.ts";
import { search, visit } from "../support/reader.ts";

describe("search", () => {
  let browser: Browser;
  let docs: DocsServer;
  let page: Page;

  beforeAll(async () => {
    docs = await serveDocs();
    browser = await launchChromium();
    ({ page } = await visit(browser, docs.url));
  });

  afterAll(async () => {
    await browser.close();
    await docs.close();
  });

  it.each([
    ["an operation by its name", "set results", "Set results of test cases"],
    ["an operation by its id", "createTestRun", "Create a test run"],
    ["an operation by its path", "junit-import", "Import a JUnit report"],
    ["a field", "static_selection_filters", "static_selection_filters Create a test run"],
    ["a nested field", "data.test_run.human_id", "data.test_run.human_id Create a test run"],
    ["a scenario", "rate_limited", "rate_limited Errors: 500 Internal Server Error"],
    ["an error message", "title already exists", "duplicate_title Errors: 400 Bad Request"],
    ["a text of the guide", "revoked", "Authentication Guide"],
  ])("finds %s", async (_, text, result) => {
    expect(await search(page, text)).toContainEqual(expect.stringContaining(result));
  });

  it("finds the name of every scenario", async () => {
    const names = spec.operations.flatMap(({ responses }) =>
      responses.flatMap(({ content }) => content.flatMap(({ examples }) => Object.keys(examples))),
    );
    const missing: string[] = [];
    for (const name of new Set(names)) {
      const results = await search(page, name);
      if (!results.some((result) => result.startsWith(name))) missing.push(name);
    }

    expect(missing).toEqual([]);
  });

  it("finds an operation before its fields", async () => {
    const [first = ""] = await search(page, "test run cases");

    expect(first).toMatch(/^List the test cases of a run Test runs/);
  });

  it("shows what it found, in whole words", async () => {
    const results = await search(page, "timeout");

    expect(results.length).toBeGreaterThan(2);
    for (const result of results) expect(result).toMatch(/timeout/i);
    const [guide = ""] = results.filter((result) => result.startsWith("Limits and retries"));
    expect(guide).toMatch(/Guide … \S.* timeout .* …\s*$/);
  });

  it("says when there is nothing to find", async () => {
    expect(await search(page, "xylophone")).toEqual([]);
    await page.getByRole("dialog").getByText("No results").waitFor();
  });

  it("takes typing at once, goes to the result by keyboard, and closes", async () => {
    await search(page, "importJunitReport");
    await page.keyboard.press("Enter");

    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(new URL(page.url()).hash).toBe("#importJunitReport");
  });

  it("closes with Escape", async () => {
    await search(page, "title");
    await page.keyboard.press("Escape");

    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });
});
