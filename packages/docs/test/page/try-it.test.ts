import { x } from "tinyexec";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { mock } from "../support/mock.ts";
import { addressOf, styleOf, tryIt, visit } from "../support/reader.ts";

const page = await visit("createTestRun", { viewport: { width: 1440, height: 700 } });

describe("Try it on the mock", () => {
  afterAll(() => page.close());

  it("shows status and body in view, in the colour of the outcome", async () => {
    const output = page.locator("output");
    const colour = () => styleOf(output, "border-left-color");
    const text = await tryIt(page, mock.url);
    const { y = -1 } = (await output.boundingBox()) ?? {};
    const [outcome, green] = [await output.getAttribute("class"), await colour()];

    expect(text).toMatch(/\n\n200 OK, \d+ ms\n\{[\s\S]*"human_id": "DEMO-R-1"/);
    expect(mock.requests.at(-1)).toMatchObject({ method: "POST", status: 200 });
    expect(y).toSatisfy((top: number) => top > 0 && top < 700);
    expect(await tryIt(page, mock.url, "code=500, example=rate_limited")).toMatch(/\n500 .*\n\{\n {2}"message": "rate/);
    expect([outcome, await output.getAttribute("class")]).toEqual(["ok", "failed"]);
    expect(await colour()).not.toBe(green);
  });

  it("shows what it sends, but not the reader's key", async () => {
    await using page = await visit("createTestRun");
    await page.getByText("Use your project and key").click();
    await page.getByLabel("API key").fill("eyJ.own-key");
    const [sent = ""] = (await tryIt(page, mock.url, "code=500, example=rate_limited")).split("\n\n");

    expect(sent.split("\n")).toEqual([
      `POST ${mock.url}/projects/c47ade67-0543-4582-a4a5-b7de447c94f5/test_runs`,
      "Authorization: Bearer <API_KEY>",
      "Prefer: code=500, example=rate_limited",
      "Content-Type: application/json",
    ]);
  });

  it("says how to start the mock when nothing listens, and what address to enter", async () => {
    const text = await tryIt(page, "http://127.0.0.1:9/api/v1");

    expect(text).toContain("Start one in a checkout of the repository:\n\nnpx -y pnpm@12 start");
    expect(text).toContain("It prints the mock's base URL. Enter it above.");
  });

  it("works with the command as the mock's README starts it", async () => {
    const command = x("testsigma-tms-mock", ["--port", "0", "--state"]);
    onTestFinished(() => void command.kill());
    let url: string | undefined;
    for await (const line of command) {
      url = line.match(/http:\/\/127\.0\.0\.1:\d+\/api\/v1/)?.[0];
      if (url) break;
    }
    await page.goto(addressOf("createTestRun"));

    expect(await tryIt(page, url ?? "")).toContain("\n\n200 OK, ");
  });

  it("sends path, query and a form with its file, and remembers the mock, also one that the address names", async () => {
    const base = page.locator("[name=base]");
    await page.goto(addressOf("listTestRuns"));
    expect(await tryIt(page, mock.url)).toContain("\n\n200 OK, ");
    await page.goto(addressOf("importJunitReport"));
    expect(await base.inputValue()).toBe(mock.url);
    expect(await tryIt(page, mock.url)).toContain("\n\n200 OK, ");
    await page.goto(`${addressOf("index")}?mock=${encodeURIComponent("http://127.0.0.1:4012/api/v1")}`);
    await page.goto(addressOf("listTestRuns"));

    expect(await base.inputValue()).toBe("http://127.0.0.1:4012/api/v1");
  });
});
