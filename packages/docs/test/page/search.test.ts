import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spec } from "../support/built-docs.ts";
import { addressOf, search, visit } from "../support/reader.ts";

describe("search", () => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await visit("index"));
  });

  afterAll(() => page.close());

  it.each([
    ["set results", "Set results of test cases"],
    ["createTestRun", "Create a test run"],
    ["create test run", "Create a test run"],
    ["tset run", "Create a test run"],
    ["junit-import", "Import a JUnit report"],
    ["upload file", "Import a JUnit report"],
    ["close run", "Update or close a test run"],
    ["create run for folder", "Create a run for a folder"],
    ["status ids", "List test run statuses"],
    ["api key", "Authentication"],
    ["ratelimit", "Limits and retries"],
    ["429", "Limits and retries"],
    ["python", "From Python"],
    ["milliseconds", "Timestamps"],
    ["test run cases", "List the test cases of a run"],
    ["static_selection_filters", "static_selection_filters Create a test run"],
    ["data.test_run.human_id", "data.test_run.human_id Create a test run"],
    ["createdAt", "createdAt"],
    ["title already exists", "duplicate_title Errors: 400 Bad Request"],
  ])("finds first for %j: %s", async (text, first) => {
    expect((await search(page, text)).slice(0, 3)[0]).toContain(first);
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

  it("leads to a field on another page, by keyboard", async () => {
    await search(page, "label_names");
    await page.keyboard.press("Enter");
    await page.waitForURL(/createTestRun\.html#/);

    expect(await page.locator(":target .name").textContent()).toBe("label_names");
    await page.goto(addressOf("index"));
  });

  it("closes with Escape", async () => {
    await search(page, "title");
    await page.keyboard.press("Escape");

    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });
});
