import { type MockServer, startMock } from "@testsigma-tms/mock";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf, visit } from "../support/reader.ts";

describe("Try it on the mock", () => {
  let mock: MockServer;
  let page: Page;

  beforeAll(async () => {
    mock = await startMock({ cors: true });
    ({ page } = await visit("index", { viewport: { width: 1440, height: 700 } }));
  });

  afterAll(async () => {
    await page.close();
    await mock.close();
  });

  /** Opens the form of an operation, fills it in, sends it, and returns its output. */
  async function send(operation: string, { scenario = "", to = mock.url } = {}): Promise<string> {
    await page.goto(addressOf(operation));
    await page.getByText("Try it on the mock").click();
    const form = page.locator(".try form");
    await form.getByLabel("Mock").fill(to);
    if (scenario) await form.getByLabel("Scenario").selectOption(scenario);
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

  it("shows status and body in view, in the colour of the outcome", async () => {
    await send("createTestRun");
    const output = page.locator("output");
    const { y = -1 } = (await output.boundingBox()) ?? {};
    const colour = () => output.evaluate((element) => getComputedStyle(element).borderLeftColor);
    const [isOk, green] = [await output.getAttribute("class"), await colour()];
    await send("createTestRun", { scenario: "code=400, example=duplicate_title" });

    expect(y).toSatisfy((top: number) => top > 0 && top < 700);
    expect([isOk, await output.getAttribute("class")]).toEqual(["ok", "failed"]);
    expect(await colour()).not.toBe(green);
  });

  it("sends path and query", async () => {
    expect(await send("listTestRuns")).toMatch(/^200 OK\n/);
  });

  it("sends a form with its file", async () => {
    expect(await send("importJunitReport")).toMatch(/^200 OK\n/);
  });

  it("asks for a scenario by its name", async () => {
    expect(await send("createTestRun", { scenario: "code=500, example=rate_limited" })).toMatch(
      /^500 .*\n\{\n {2}"message": "rate/,
    );
  });

  it("remembers the mock, also one that the address names", async () => {
    await send("createTestRun");
    await page.goto(addressOf("listTestRuns"));
    expect(await page.locator("[name=base]").inputValue()).toBe(mock.url);
    await page.goto(`${addressOf("index")}?mock=${encodeURIComponent("http://127.0.0.1:4012/api/v1")}`);
    await page.goto(addressOf("listTestRuns"));

    expect(await page.locator("[name=base]").inputValue()).toBe("http://127.0.0.1:4012/api/v1");
  });

  it("says how to start the mock when nothing listens", async () => {
    const text = await send("createTestRun", { to: "http://127.0.0.1:9/api/v1" });

    expect(text).toContain("Start one in a checkout of the repository:\n\nnpx -y pnpm@12 start");
  });

  it("sends nothing to the live service", async () => {
    const blocked = page.waitForEvent("console", (message) => message.text().includes("connect-src"));

    expect(await send("createTestRun", { to: "https://arcus.testsigma.com/api/v1" })).toContain("may call");
    await blocked;
  });
});
