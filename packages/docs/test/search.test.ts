import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Schema } from "../src/openapi.ts";
import { description, pageFile } from "./built-docs.ts";
import { launchChromium } from "./chromium.ts";
import { errorMessages } from "./error-messages.ts";
import { visit } from "./reader.ts";

describe("search", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    ({ page } = await visit(browser, pageFile));
    await page.keyboard.press("Control+k");
  });

  afterAll(() => browser.close());

  it.each(fieldNames())("finds the field %s", async (name) => {
    expect(await find(page, name)).toContain(name);
  });

  it.each(errorMessages())("finds the error text: %s", async (message) => {
    expect(await find(page, message)).toContain("Errors");
  });

  it("says when there is nothing to find", async () => {
    await page.getByRole("searchbox").fill("xylophone");

    await page.getByText("No results").waitFor();
  });
});

/** What search shows for a text; the results of the search before are gone first. */
async function find(page: Page, text: string): Promise<string> {
  const dialog = page.getByRole("dialog", { name: "Search" });
  const results = dialog.getByRole("link");
  await dialog.getByRole("searchbox").fill("");
  await results.first().waitFor({ state: "detached" });
  await dialog.getByRole("searchbox").fill(text);
  await results.first().waitFor();
  return (await dialog.textContent()) ?? "";
}

function fieldNames(): string[] {
  const schemas = Object.values(description.components.schemas ?? {}) as Schema[];
  return [...new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)))];
}
