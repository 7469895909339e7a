import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page with everything that it asked for or complained about since it was opened. */
export interface Visit {
  page: Page;
  /** Addresses of all requests, but those for data inside the page. */
  requests: string[];
  /** Errors in the console, uncaught errors and breaches of the policy. */
  complaints: string[];
}

/** Opens an address and waits until Redoc's script runs the page. */
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
  await page.getByTestId("page-actions").first().waitFor();
  return { page, requests, complaints };
}

/** Has Redoc render every part, as a reader does who scrolls to the end: it renders what is near the window. */
export async function renderAll(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width, height: 60_000 });
  await page.waitForFunction(() => !document.querySelector('[data-section-id]:empty, div[aria-hidden="true"]:empty'));
  await page.setViewportSize({ width, height });
}
