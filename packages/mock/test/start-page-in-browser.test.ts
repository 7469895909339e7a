import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMock } from "../src/index.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Opens the page at `/`; also returns its requests to other hosts and its errors. */
async function open(url: string, options: BrowserContextOptions = {}) {
  const page = await browser.newPage(options);
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) elsewhere.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(new URL("/", url).href);
  return { page, elsewhere, errors };
}

describe.each([
  ["light", 1280],
  ["light", 360],
  ["dark", 1280],
  ["dark", 360],
] as const)("the page at /, in %s at %i pixels", (colorScheme, width) => {
  const viewport = { width, height: 800 };

  it("sends the documented request and shows the response, without the network or an error", async () => {
    await using mock = await startMock({ state: true });
    const { page, elsewhere, errors } = await open(mock.url, { colorScheme, viewport });

    await page.getByLabel("Operation").selectOption("createTestRun");
    await page.getByRole("button", { name: "Send" }).click();

    const output = page.getByRole("status");
    await output.getByText("200 OK").waitFor();
    expect(await output.textContent()).toContain('"human_id": "DEMO-R-2"');
    expect(mock.requests.map(({ operation, violations }) => ({ operation, violations }))).toEqual([
      { operation: "createTestRun", violations: [] },
    ]);
    expect({ elsewhere, errors }).toEqual({ elsewhere: [], errors: [] });
    await page.screenshot({ path: `reports/start-page-${colorScheme}-${width}.png`, fullPage: true });
    await page.close();
  });

  it("fits the screen and has no fault that axe finds", async () => {
    await using mock = await startMock();
    // The page's content security policy would block axe itself.
    const { page } = await open(mock.url, { colorScheme, viewport, bypassCSP: true });
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const { violations } = await page.evaluate<AxeResults>("axe.run()");

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`)).toEqual([]);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.close();
  });
});

it("shows what a chosen scenario does", async () => {
  await using mock = await startMock();
  const { page } = await open(mock.url);

  await page.getByLabel("Operation").selectOption("createTestRun");
  await page.getByLabel("Response").selectOption("duplicate_title");
  await page.getByRole("button", { name: "Send" }).click();

  await page.getByRole("status").getByText("Error test run title already exists").waitFor();
  expect(mock.requests[0]?.scenario).toBe("duplicate_title");
  await page.close();
});
