import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { BrowserContextOptions, Page } from "playwright-core";
import { serveDocs } from "../../src/index.ts";

// One browser and one server serve all test files, which share a process. Both end with it.
export const browser = await launchChromium();
export const docs = await serveDocs();

/** A page, with everything that it has requested or reported since it was opened. */
export interface Visit {
  page: Page;
  /** The addresses of all requests, except for data inside the page. */
  requests: string[];
  /** The errors in the console, uncaught errors and violations of the policy. */
  complaints: string[];
}

/** Opens an address, or a page of the docs by its name, such as `createTestRun`. */
export async function visit(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const page = await browser.newPage(options);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address.includes(":") ? address : addressOf(address));
  return { page, requests, complaints };
}

/** Returns the address of a page, given by name, or of a place on it: `createTestRun#createTestRun/body`. */
export function addressOf(name: string): string {
  const [page, hash] = name.split("#");
  return `${docs.url}/${page}.html${hash ? `#${hash}` : ""}`;
}

/** Searches the docs and returns the results as lines. */
export async function search(page: Page, text: string): Promise<string[]> {
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await dialog.getByRole("searchbox").fill(text);
  return dialog.getByRole("link").allTextContents();
}

/** Opens everything that is folded, and shows every sample. */
export const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const element of document.querySelectorAll<HTMLElement>(".sample, .example")) element.hidden = false;
  });
