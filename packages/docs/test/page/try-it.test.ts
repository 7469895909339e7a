import { type MockServer, startMock } from "@testsigma-tms/mock";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";
import { visit } from "../support/reader.ts";

describe("Try it on the mock", () => {
  let browser: Browser;
  let docs: DocsServer;
  let mock: MockServer;
  let page: Page;

  beforeAll(async () => {
    mock = await startMock({ cors: true });
    docs = await serveDocs();
    browser = await launchChromium();
    ({ page } = await visit(browser, docs.url));
  });

  afterAll(async () => {
    await browser.close();
    await docs.close();
    await mock.close();
  });

  const base = () => `${new URL(mock.url).origin}/api/v1`;

  /** Opens the form of an operation, fills it in, and sends it. */
  async function send(operation: string, { prefer = "", to = base() } = {}): Promise<string> {
    const form = page.locator(`#${operation} .try form`);
    await form.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
    await form.getByLabel("Mock").fill(to);
    await form.getByLabel("Scenario").fill(prefer);
    const file = form.locator('input[type="file"]');
    if ((await file.count()) > 0) {
      await file.setInputFiles({
        name: "report.xml",
        mimeType: "application/xml",
        buffer: Buffer.from("<testsuites/>"),
      });
    }
    await form.getByRole("button", { name: "Send to the mock" }).click();
    const output = form.locator("output:is(.ok, .failed)");
    await output.waitFor();
    return (await output.textContent()) ?? "";
  }

  it("sends the shown request and shows the response", async () => {
    const text = await send("createTestRun");

    expect(text).toMatch(/^200 OK\n\{/);
    expect(text).toContain('"human_id": "DEMO-R-1"');
    expect(mock.requests.at(-1)).toMatchObject({ method: "POST", status: 200 });
  });

  it("sends path and query", async () => {
    expect(await send("listTestRuns")).toMatch(/^200 OK\n/);
  });

  it("sends a form with its file", async () => {
    expect(await send("importJunitReport")).toMatch(/^200 OK\n/);
  });

  it("asks for a scenario by its name", async () => {
    expect(await send("createTestRun", { prefer: "code=500, example=rate_limited" })).toMatch(
      /^500 .*\n\{\n {2}"message": "rate/,
    );
  });

  it("says how to start the mock when nothing listens", async () => {
    const text = await send("createTestRun", { to: "http://127.0.0.1:9/api/v1" });

    expect(text).toContain(
      "Start the mock in a checkout of the repository:\n\nnode packages/mock/dist/command.js --cors",
    );
  });

  it("sends nothing to the live service", async () => {
    const blocked = page.waitForEvent("console", (message) => message.text().includes("connect-src"));

    expect(await send("createTestRun", { to: "https://arcus.testsigma.com/api/v1" })).toContain("may call");
    await blocked;
  });
});
