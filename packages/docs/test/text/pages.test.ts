import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMockFetch, type MockServer, startMock } from "@testsigma-tms/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spec } from "../support/built-docs.ts";
import { isLeftOut, runSample, typeCheck } from "../support/sample-runner.ts";

const home = new URL("../../", import.meta.url);
const names = ["guide", "recipes"].flatMap((folder) =>
  readdirSync(new URL(`pages/${folder}`, home)).map((name) => `pages/${folder}/${name}`),
);
const texts = [...names, "README.md"].map((name) => ({ name, text: readFileSync(new URL(name, home), "utf8") }));
const blocks = (lang: string) =>
  texts.flatMap(({ name, text }) =>
    [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
      .filter(([, found]) => found === lang)
      .map(([, , code = ""]) => ({ name, code })),
  );
const isRecipe = ({ name }: { name: string }) => name.startsWith("pages/recipes/");

describe("the pages of the docs, and its README", () => {
  let mock: MockServer;
  let folder: string;

  beforeAll(async () => {
    mock = await startMock();
    folder = await mkdtemp(join(tmpdir(), "docs-pages-"));
    for (const name of ["report.xml", "results.xml"]) await writeFile(join(folder, name), "<testsuites/>");
  });

  afterAll(async () => {
    await mock.close();
    await rm(folder, { recursive: true });
  });

  it("have TypeScript that type-checks", async () => {
    const sources = blocks("ts").map(({ code }, index) => [`sample-${index}.ts`, code]);
    const { code: exit, stdout } = await typeCheck(Object.fromEntries(sources));

    expect(exit, stdout).toBe(0);
  });

  it.each([
    ["1-create-a-run-for-a-folder", /^DEMO-R-\d+ [1-9]\d*\n$/, ["listTestCases", "createTestRun"]],
    ["2-upload-a-junit-file", /^completed\n$/, ["importJunitReport"]],
    ["3-close-a-run", /^$/, ["updateTestRun"]],
  ])("have recipes that run: %s", async (name, output, operations) => {
    const recipe = blocks("ts").find((each) => isRecipe(each) && each.name.includes(name));
    mock.clear();
    const { code, stdout, stderr } = await runSample("TypeScript", recipe?.code ?? "", folder, {
      TESTSIGMA_BASE_URL: mock.url,
    });

    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(output);
    expect(mock.requests.map(({ operation }) => operation)).toEqual(operations);
    expect(mock.requests.map(({ status }) => status)).not.toContain(400);
  });

  it("wait for an import that is still running", async () => {
    const recipe = blocks("ts").find(({ name }) => name.includes("2-upload"));
    await using busy = await startMock({
      scenarios: { importJunitReport: ["import_pending"], getJunitImport: ["import_failed"] },
    });
    const source = (recipe?.code ?? "").replace("setTimeout(2000)", "setTimeout(1)");
    const { code, stdout, stderr } = await runSample("TypeScript", source, folder, { TESTSIGMA_BASE_URL: busy.url });

    expect(code, stderr).toBe(0);
    expect(stdout).toBe("failed\n");
    expect(busy.requests.map(({ operation }) => operation)).toEqual(["importJunitReport", "getJunitImport"]);
  });

  it("have a recipe in Python that waits out the rate limit and creates one run", async ({ skip }) => {
    skip(isLeftOut("Python"));
    await using busy = await startMock({ scenarios: { createTestRun: ["rate_limited"] } });
    const source = blocks("python")
      .find(isRecipe)
      ?.code.replace("https://arcus.testsigma.com", new URL(busy.url).origin);
    const { code, stdout, stderr } = await runSample("Python", source ?? "", folder);

    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^DEMO-R-\d+\n$/);
    expect(busy.requests.map(({ status }) => status)).toEqual([500, 200]);
  });

  it("ask the mock for an error by its name", async ({ skip }) => {
    skip(isLeftOut("curl"));
    const line = blocks("sh").find(({ code }) => code.startsWith("curl"))?.code ?? "";
    const { code, stdout } = await runSample("curl", line.replace("http://127.0.0.1:4010", new URL(mock.url).origin));

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ message: "rate limit exceeded" });
  });

  it("report from CI to the mock", async ({ skip }) => {
    skip(isLeftOut("curl"));
    mock.clear();
    const [workflow] = blocks("yaml");
    const [, project = ""] = workflow?.code.match(/TESTSIGMA_API: https:\/\/arcus\.testsigma\.com(\S+)/) ?? [];
    const [, script = ""] = workflow?.code.match(/run: \|\n([\s\S]*)$/) ?? [];
    const { code, stdout, stderr } = await runSample("curl", script, folder, {
      TESTSIGMA_API: new URL(mock.url).origin + project,
      GITHUB_WORKFLOW: "Nightly",
      GITHUB_RUN_ID: "1",
    });

    expect(code, stderr).toBe(0);
    expect(stdout).toContain("JUnit results imported successfully.");
    expect(mock.requests.map(({ operation }) => operation)).toEqual(["createTestRun", "importJunitReport"]);
  });

  it("have a mock that rejects the key `invalid`, as they say", async () => {
    const response = await createMockFetch()(
      "https://arcus.testsigma.com/api/v1/projects/c47ade67-0543-4582-a4a5-b7de447c94f5/test_runs",
      {
        method: "POST",
        headers: { Authorization: "Bearer invalid", "Content-Type": "application/json" },
        body: "{}",
      },
    );

    expect(response.status).toBe(401);
  });

  it("have a changelog that names the version of the spec, once there is a release", () => {
    const changelog = texts.find(({ name }) => name.endsWith("changelog.md"));
    const version = spec.document.info?.version;

    expect(changelog?.text).toContain(version === "0.0.0" ? "**Not released yet.**" : `**${version}.**`);
  });
});
