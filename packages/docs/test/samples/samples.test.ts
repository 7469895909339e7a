import { describe, expect, it } from "vitest";
import { readDist, spec } from "../support/built-docs.ts";
import { mock } from "../support/mock.ts";
import { visit } from "../support/reader.ts";
import { isLeftOut, runSamples, typeCheck } from "../support/sample-runner.ts";

const tabs = ["curl", "TypeScript client", "openapi-fetch", "fetch", "Python"];

describe("the samples of the pages", () => {
  /** Fills in host and key as a reader would. */
  const filledIn = (source: string, key = "any-key") =>
    source.replaceAll("https://arcus.testsigma.com", new URL(mock.url).origin).replaceAll("<API_KEY>", key);

  it("fail in curl, copied with its button, with the reason when the API rejects", async ({ skip }) => {
    skip(isLeftOut("curl"));
    await using page = await visit("createTestRun", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.locator(".sample:visible .copy").click();
    const copied = await (await page.waitForFunction(() => navigator.clipboard.readText())).jsonValue();
    const { code, stdout } = await runSamples("curl", [filledIn(copied, "invalid")]);

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ code: 401, message: "Authorization header required" });
  });

  it("type-check, every operation", async () => {
    const sources = await Promise.all([tabs[1], tabs[2]].map((label = "") => samplesOf(label)));
    const { code, stdout } = await typeCheck(sources.flat());

    expect(sources.every((some) => some.length >= spec.operations.length)).toBe(true);
    expect(code, stdout).toBe(0);
  });

  it.for(tabs)("run against the mock, every request of every operation: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    mock.clear();
    const sources = await samplesOf(label);
    const { code, stderr } = await runSamples(
      label,
      sources.map((source) => filledIn(source)),
      {
        TESTSIGMA_BASE_URL: mock.url,
      },
    );

    expect(code, stderr).toBe(0);
    expect(mock.requests).toHaveLength(sources.length);
    expect(mock.requests.filter(({ status = 0 }) => status >= 300)).toEqual([]);
  });
});

/** Returns every sample of every operation's page in a tab. */
async function samplesOf(tab: string): Promise<string[]> {
  const pages = await Promise.all(spec.operations.map(({ id }) => readDist(`${id}.html`)));
  const samples = /data-language="([^"]+)"[^>]*><div class="code">[\s\S]*?<code[^>]*>([\s\S]*?)<\/code>/g;
  return pages
    .flatMap((html) => [...html.matchAll(samples)])
    .filter(([, name]) => name === tab)
    .map(([, , code = ""]) => textOf(code));
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#x27": "'", "#39": "'" };

const textOf = (html: string) =>
  html.replaceAll(/<[^>]*>/g, "").replaceAll(/&([\w#]+);/g, (entity, name: string) => entities[name] ?? entity);
