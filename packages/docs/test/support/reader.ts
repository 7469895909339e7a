import { launchChromium } from "@testsigma-tms/scripts/launch-chromium";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { serveDocs } from "../../src/index.ts";

// One browser and one server serve all test files, which share a process. Both end with it.
export const browser = await launchChromium();
export const docs = await serveDocs();

/** A page, with everything that it has requested or reported since it was opened; it closes at the end of its block. */
export interface Visit extends Page {
  /** The addresses of all requests, except for data inside the page. */
  requested: string[];
  /** The errors in the console, uncaught errors and violations of the policy. */
  complaints: string[];
}

/** Opens an address, or a page of the docs by its name, such as `createTestRun`. */
export async function visit(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  const [requested, complaints]: string[][] = [[], []];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requested?.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints?.push(message.text());
  });
  page.on("pageerror", (error) => complaints?.push(error.message));
  await page.goto(address.includes(":") ? address : addressOf(address));
  return Object.assign(page, { requested, complaints }) as Visit;
}

/** Returns the address of a page, given by name, or of a place on it: `createTestRun#createTestRun/body`. */
export function addressOf(name: string): string {
  const [page, hash] = name.split("#");
  return `${docs.url}/${page}.html${hash ? `#${hash}` : ""}`;
}

/** Returns the page that is shown, and the place on it. */
export const placeOf = (page: Page) => decodeURIComponent(page.url().slice(docs.url.length + 1));

/** Searches the docs and returns the results as lines. */
export async function search(page: Page, text: string): Promise<string[]> {
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await dialog.getByRole("searchbox").fill(text);
  return dialog.getByRole("link").allTextContents();
}

/** Fills in the form of the shown operation, sends it to a mock, and returns its output. */
export async function tryIt(page: Page, mock: string, scenario = ""): Promise<string> {
  if (!(await page.locator("details.try[open]").count())) await page.getByText("Try it on the mock").click();
  const form = page.locator(".try form");
  await form.getByLabel("Mock").fill(mock);
  await form.getByLabel("Scenario").selectOption(scenario);
  const report = { name: "report.xml", mimeType: "application/xml", buffer: Buffer.from("<testsuites/>") };
  for (const file of await form.locator('input[type="file"]').all()) await file.setInputFiles(report);
  await form.getByRole("button", { name: "Send to the mock" }).click();
  const output = form.locator("output:is(.ok, .failed)");
  await output.waitFor();
  return (await output.textContent()) ?? "";
}

/** Returns texts beyond the window that no key can scroll to, and says so if the window itself scrolls sideways. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // A key scrolls what has the focus, or is around it.
    const scrolls = (element: HTMLElement | null, hasFocusable = false): boolean => {
      if (element === null) return false;
      const isReached = hasFocusable || element.tabIndex >= 0;
      return (
        (isReached && /auto|scroll/.test(getComputedStyle(element).overflowX)) ||
        scrolls(element.parentElement, isReached)
      );
    };
    const texts = document.documentElement.scrollWidth > window.innerWidth ? ["The window scrolls sideways."] : [];
    const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      range.selectNodeContents(node);
      const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right), 0);
      if (right > window.innerWidth + 1 && !scrolls(node.parentElement)) texts.push(node.textContent ?? "");
    }
    return texts;
  });

/** Returns a computed style of an element. */
export const styleOf = (element: Locator, property: string): Promise<string> =>
  element.first().evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

/** Opens everything that is folded, and shows every sample. */
export const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const element of document.querySelectorAll<HTMLElement>(".sample, .example")) element.hidden = false;
  });
