import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Schema } from "../src/openapi.ts";
import { description, pageFile } from "./built-docs.ts";
import { launchChromium } from "./chromium.ts";
import { errorMessages } from "./error-messages.ts";
import { visit } from "./reader.ts";

describe("search", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  it("finds every field", async () => {
    const found = await findAll(browser, fieldNames());

    expect([...found].filter(([name, results]) => !results.includes(name))).toEqual([]);
  });

  it("finds every error text, and leads to the section on errors", async () => {
    const found = await findAll(browser, errorMessages());

    expect([...found].filter(([, results]) => !results.includes("Errors"))).toEqual([]);
  });

  it("says when there is nothing to find", async () => {
    const dialog = await openSearch(browser);
    await dialog.getByRole("searchbox").fill("xylophone");

    await dialog.getByText("No results").waitFor();
  });
});

async function openSearch(browser: Browser): Promise<Locator> {
  const { page } = await visit(browser, pageFile);
  await page.keyboard.press("Control+k");
  return page.getByRole("dialog", { name: "Search" });
}

/** What search shows for each text. Redoc waits before it searches, so a few pages search side by side. */
async function findAll(browser: Browser, texts: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...texts];
  const reader = async () => {
    const dialog = await openSearch(browser);
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift())
      found.set(text, await find(dialog, text));
  };
  await Promise.all([reader(), reader(), reader(), reader()]);
  return found;
}

/** What search shows for a text; the results of the search before are gone first. */
async function find(dialog: Locator, text: string): Promise<string> {
  const results = dialog.getByRole("link").first();
  await dialog.getByRole("searchbox").fill("");
  await results.waitFor({ state: "detached" });
  await dialog.getByRole("searchbox").fill(text);
  await results.or(dialog.getByText("No results")).waitFor();
  return (await dialog.textContent()) ?? "";
}

function fieldNames(): string[] {
  const schemas = Object.values(description.components.schemas ?? {}) as Schema[];
  return [...new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)))];
}
