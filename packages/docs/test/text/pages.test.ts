import { readFileSync } from "node:fs";
import { startMock } from "@testsigma-tms/mock";
import { describe, expect, it } from "vitest";
import { splitSections } from "../../src/content/sections.ts";
import { readDist, spec } from "../support/built-docs.ts";
import { mock } from "../support/mock.ts";
import { isLeftOut, runSamples, typeCheck } from "../support/sample-runner.ts";

const [recipes, guide, readme] = ["pages/recipes.md", "pages/guide.md", "README.md"].map((name) =>
  readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"),
) as [string, string, string];

const blocks = (text: string, lang: string) =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, found]) => found === lang).map(([, , code = ""]) => code);

function recipe(title: string, lang = "ts"): string {
  const section = splitSections(recipes).sections.find((each) => each.title === title);
  return blocks(section?.markdown ?? "", lang)[0] ?? expect.fail(`There is no recipe "${title}".`);
}

describe("the pages of the docs, and its README", () => {
  it("have TypeScript that type-checks", async () => {
    const sources = blocks(recipes + guide + readme, "ts");
    const { code, stdout } = await typeCheck(sources);

    expect(sources.length).toBeGreaterThan(5);
    expect(code, stdout).toBe(0);
  });

  it.each([
    ["Create a run for a folder", /^DEMO-R-\d+ [1-9]\d*\n$/, ["listTestCases", "createTestRun"]],
    ["Upload a JUnit file and wait for it", /^completed\n$/, ["importJunitReport"]],
    ["Close a run", /^$/, ["updateTestRun"]],
  ])("have recipes that run: %s", async (title, output, operations) => {
    mock.clear();
    const { code, stdout, stderr } = await runSamples("TypeScript", [recipe(title)], {
      TESTSIGMA_BASE_URL: mock.url,
    });

    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(output);
    expect(mock.requests.map(({ operation }) => operation)).toEqual(operations);
    expect(mock.requests.map(({ status }) => status)).not.toContain(400);
  });

  it("wait for an import that is still running", async () => {
    await using busy = await startMock({
      scenarios: { importJunitReport: ["import_pending"], getJunitImport: ["import_failed"] },
    });
    const source = recipe("Upload a JUnit file and wait for it").replace("setTimeout(2000)", "setTimeout(1)");
    const { code, stdout, stderr } = await runSamples("TypeScript", [source], { TESTSIGMA_BASE_URL: busy.url });

    expect(code, stderr).toBe(0);
    expect(stdout).toBe("failed\n");
    expect(busy.requests.map(({ operation }) => operation)).toEqual(["importJunitReport", "getJunitImport"]);
  });

  it("have a recipe in Python that waits out the rate limit and creates one run", async ({ skip }) => {
    skip(isLeftOut("Python"));
    await using busy = await startMock({ scenarios: { createTestRun: ["rate_limited"] } });
    const source = recipe("From Python", "python").replace("https://arcus.testsigma.com", new URL(busy.url).origin);
    const { code, stdout, stderr } = await runSamples("Python", [source]);

    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^DEMO-R-\d+\n$/);
    expect(busy.requests.map(({ status }) => status)).toEqual([500, 200]);
  });

  it("ask the mock for an error by its name", async ({ skip }) => {
    skip(isLeftOut("curl"));
    const line = blocks(guide, "sh").find((code) => code.startsWith("curl")) ?? "";
    const { code, stdout } = await runSamples("curl", [
      line.replace("http://127.0.0.1:4010", new URL(mock.url).origin),
    ]);

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ message: "rate limit exceeded" });
  });

  it("report from CI to the mock", async ({ skip }) => {
    skip(isLeftOut("curl"));
    mock.clear();
    const [workflow = ""] = blocks(guide, "yaml");
    const [, project = ""] = workflow.match(/TESTSIGMA_API: https:\/\/arcus\.testsigma\.com(\S+)/) ?? [];
    const [, script = ""] = workflow.match(/run: \|\n([\s\S]*)$/) ?? [];
    const { code, stdout, stderr } = await runSamples("curl", [script], {
      TESTSIGMA_API: new URL(mock.url).origin + project,
      GITHUB_WORKFLOW: "Nightly",
      GITHUB_RUN_ID: "1",
    });

    expect(code, stderr).toBe(0);
    expect(stdout).toContain("JUnit results imported successfully.");
    expect(mock.requests.map(({ operation }) => operation)).toEqual(["createTestRun", "importJunitReport"]);
  });

  it("have a changelog that begins with the version of the spec", async () => {
    const [, version] = /<h2[^>]*>(\d+\.\d+\.\d+)/.exec(await readDist("changelog.html")) ?? [];

    expect(version).toBe(spec.document.info?.version);
  });
});
