import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page with everything that it asked for or complained about since it was opened. */
export interface Visit {
  page: Page;
  /** Addresses of all requests, but those for data inside the page. */
  requests: string[];
  /** Errors in the console, uncaught errors and breaches of the policy. */
  complaints: string[];
}

/** Opens an address. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
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
  await page.goto(address);
  return { page, requests, complaints };
}

/** Searches the page and gives the results as lines. */
export async function search(page: Page, text: string): Promise<string[]> {
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await dialog.getByRole("searchbox").fill(text);
  return dialog.getByRole("link").allTextContents();
}
