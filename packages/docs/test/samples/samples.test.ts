import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MockServer, startMock } from "@testsigma-tms/mock";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDist, spec } from "../support/built-docs.ts";
import { visit } from "../support/reader.ts";
import { isLeftOut, runSample, typeCheck } from "../support/sample-runner.ts";

describe("the samples, copied from the pages", () => {
  let page: Page;
  let mock: MockServer;
  let folder: string;

  beforeAll(async () => {
    mock = await startMock();
    page = await visit("createTestRun", { permissions: ["clipboard-read", "clipboard-write"] });
    folder = await mkdtemp(join(tmpdir(), "docs-samples-"));
    for (const name of ["results.xml", "report.xml"]) await writeFile(join(folder, name), "<testsuites/>");
  });

  afterAll(async () => {
    await page.close();
    await mock.close();
    await rm(folder, { recursive: true });
  });

  /** Copies the sample of an operation with its button. */
  async function copied(label: string): Promise<string> {
    await page.getByRole("button", { name: label, exact: true }).click();
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.locator(".sample:visible").getByRole("button", { name: /^Cop/ }).click();
    return (await page.waitForFunction(() => navigator.clipboard.readText())).jsonValue();
  }

  /** Fills in host and key as a reader would. */
  const filledIn = (source: string, { key = "any-key" } = {}) =>
    source.replaceAll("https://arcus.testsigma.com", new URL(mock.url).origin).replaceAll("<API_KEY>", key);

  /** Returns every sample of an operation's page in a tab. */
  async function samplesOf(operation: string, tab: string): Promise<string[]> {
    const html = await readDist(`${operation}.html`);
    const samples = html.matchAll(
      /data-language="([^"]+)"[^>]*><div class="code">[\s\S]*?<code[^>]*>([\s\S]*?)<\/code>/g,
    );
    return [...samples].filter(([, name]) => name === tab).map(([, , code = ""]) => textOf(code));
  }

  function joined(sources: string[], label: string): string {
    if (label === "curl") return ["set -e", ...sources].join("\n");
    if (label === "Python") return sources.join("\n");
    const imports = new Set(sources.flatMap((source) => source.match(/^import .*$/gm) ?? []));
    return [...imports, ...sources.map((source) => `{\n${source.replaceAll(/^import .*$/gm, "")}}`)].join("\n");
  }

  it("fail in curl, with the reason, when the API rejects", async ({ skip }) => {
    skip(isLeftOut("curl"));
    const { code, stdout } = await runSample("curl", filledIn(await copied("curl"), { key: "invalid" }));

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ code: 401, message: "Authorization header required" });
  });

  const tabs = ["curl", "TypeScript client", "openapi-fetch", "fetch", "Python"];

  it.each(["TypeScript client", "openapi-fetch"])("type-check, every operation: %s", async (label) => {
    const sources = await Promise.all(spec.operations.map(({ id }) => samplesOf(id, label)));
    const { code, stdout } = await typeCheck(
      Object.fromEntries(sources.flat().map((source, index) => [`sample-${index}.ts`, source])),
    );

    expect(sources.every((some) => some.length > 0)).toBe(true);
    expect(code, stdout).toBe(0);
  });

  it.for(tabs)("run against the mock, every request of every operation: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    mock.clear();
    const sources = (await Promise.all(spec.operations.map(({ id }) => samplesOf(id, label)))).flat();
    const environment = { TESTSIGMA_BASE_URL: mock.url };
    const { code, stderr } = await runSample(label, filledIn(joined(sources, label)), folder, environment);

    expect(code, stderr).toBe(0);
    expect(mock.requests).toHaveLength(sources.length);
    expect(mock.requests.filter(({ status = 0 }) => status >= 300)).toEqual([]);
  });
});

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#x27": "'", "#39": "'" };

const textOf = (html: string) =>
  html.replaceAll(/<[^>]*>/g, "").replaceAll(/&([\w#]+);/g, (entity, name: string) => entities[name] ?? entity);
