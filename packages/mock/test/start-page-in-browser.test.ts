import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

it.each([
  ["light", 1280],
  ["light", 360],
  ["dark", 1280],
  ["dark", 360],
] as const)("fits a %s screen of %i pixels and has no fault that axe finds", async (colorScheme, width) => {
  await using mock = await startMock();
  // The page's content security policy would block axe itself.
  const { page } = await open(mock.url, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate<AxeResults>("axe.run()");

  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`)).toEqual([]);
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  await page.close();
});

it("sends the documented request, or for a scenario, and shows the response, without the network or an error", async () => {
  await using mock = await startMock({ state: true });
  const { page, elsewhere, errors } = await open(mock.url);
  const output = page.getByRole("status");
  const send = page.getByRole("button", { name: "Send" });

  await page.getByLabel("Operation").selectOption("createTestRun");
  await send.click();
  await output.getByText("200 OK").waitFor();
  expect(await output.textContent()).toContain('"human_id": "DEMO-R-2"');
  expect({ elsewhere, errors }).toEqual({ elsewhere: [], errors: [] });

  await page.getByLabel("Response").selectOption("duplicate_title");
  await send.click();
  await output.getByText("Error test run title already exists").waitFor();
  expect(mock.requests).toMatchObject([
    { operation: "createTestRun", violations: [] },
    { scenario: "duplicate_title" },
  ]);
  await page.close();
});
