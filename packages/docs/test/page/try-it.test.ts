import { type MockServer, startMock } from "@testsigma-tms/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf, tryIt, type Visit, visit } from "../support/reader.ts";

describe("Try it on the mock", () => {
  let mock: MockServer;
  let page: Visit;

  beforeAll(async () => {
    mock = await startMock({ cors: true });
    page = await visit("createTestRun", { viewport: { width: 1440, height: 700 } });
  });

  afterAll(async () => {
    await page.close();
    await mock.close();
  });

  it("shows status and body in view, in the colour of the outcome", async () => {
    const output = page.locator("output");
    const colour = () => output.evaluate((element) => getComputedStyle(element).borderLeftColor);
    const text = await tryIt(page, mock.url);
    const { y = -1 } = (await output.boundingBox()) ?? {};
    const [outcome, green] = [await output.getAttribute("class"), await colour()];

    expect(text).toMatch(/^200 OK\n\{[\s\S]*"human_id": "DEMO-R-1"/);
    expect(mock.requests.at(-1)).toMatchObject({ method: "POST", status: 200 });
    expect(y).toSatisfy((top: number) => top > 0 && top < 700);
    expect(await tryIt(page, mock.url, "code=500, example=rate_limited")).toMatch(/^500 .*\n\{\n {2}"message": "rate/);
    expect([outcome, await output.getAttribute("class")]).toEqual(["ok", "failed"]);
    expect(await colour()).not.toBe(green);
  });

  it("says how to start the mock when nothing listens", async () => {
    const text = await tryIt(page, "http://127.0.0.1:9/api/v1");

    expect(text).toContain("Start one in a checkout of the repository:\n\nnpx -y pnpm@12 start");
  });

  it("sends nothing to the live service", async () => {
    const blocked = page.waitForEvent("console", (message) => message.text().includes("connect-src"));

    expect(await tryIt(page, "https://arcus.testsigma.com/api/v1")).toContain("may call");
    await blocked;
  });

  it.each([
    ["path and query", "listTestRuns"],
    ["a form with its file", "importJunitReport"],
  ])("sends %s", async (_, operation) => {
    await page.goto(addressOf(operation));

    expect(await tryIt(page, mock.url)).toMatch(/^200 OK\n/);
  });

  it("remembers the mock, also one that the address names", async () => {
    const base = page.locator("[name=base]");
    await page.goto(addressOf("listTestRuns"));
    expect(await base.inputValue()).toBe(mock.url);
    await page.goto(`${addressOf("index")}?mock=${encodeURIComponent("http://127.0.0.1:4012/api/v1")}`);
    await page.goto(addressOf("listTestRuns"));

    expect(await base.inputValue()).toBe("http://127.0.0.1:4012/api/v1");
  });
});
