import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMockFetch, startMock } from "@testsigma-tms/mock";
import { describe, expect, it } from "vitest";
import { splitSections } from "../../src/document/sections.ts";
import { docsContent } from "../../src/page/docs-content.ts";
import { spec } from "../support/built-docs.ts";
import { isLeftOut, runSample, typeCheck } from "../support/sample-runner.ts";

const folder = new URL("../../pages/", import.meta.url);
const texts = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
const readme = { name: "README.md", text: readFileSync(new URL("../../README.md", import.meta.url), "utf8") };
const blocks = (lang: string) =>
  [...texts, readme].flatMap(({ name, text }) =>
    [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
      .filter(([, found]) => found === lang)
      .map(([, , code = ""]) => ({ name, code })),
  );
const sections = texts.flatMap(({ text }) => splitSections(text).sections);

describe("the pages of the docs, and its README", () => {
  it.each(blocks("ts"))("have TypeScript that type-checks: $name", async ({ code }) => {
    const { code: exit, stdout } = await typeCheck({ "sample.ts": code });

    expect(exit, stdout).toBe(0);
  });

  it("ask the mock for an error by its name", async ({ skip }) => {
    skip(isLeftOut("curl"));
    await using mock = await startMock();
    const line = blocks("sh").find(({ code }) => code.startsWith("curl"))?.code ?? "";
    const { code, stdout } = await runSample("curl", line.replace("http://127.0.0.1:4010", new URL(mock.url).origin));

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ message: "rate limit exceeded" });
  });

  it("report from CI to the mock", async ({ skip }) => {
    skip(isLeftOut("curl"));
    await using mock = await startMock();
    const folder = await mkdtemp(join(tmpdir(), "docs-ci-"));
    await writeFile(join(folder, "report.xml"), "<testsuites/>");
    const [workflow] = blocks("yaml");
    const [, project = ""] = workflow?.code.match(/TESTSIGMA_API: https:\/\/arcus\.testsigma\.com(\S+)/) ?? [];
    const [, script = ""] = workflow?.code.match(/run: \|\n([\s\S]*)$/) ?? [];
    const { code, stdout, stderr } = await runSample("curl", script, folder, {
      TESTSIGMA_API: new URL(mock.url).origin + project,
      TESTSIGMA_API_KEY: "any-key",
      GITHUB_WORKFLOW: "Nightly",
      GITHUB_RUN_ID: "1",
    });
    await rm(folder, { recursive: true });

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

  it("lead to operations and sections that exist", () => {
    const { guides } = docsContent(spec, sections);
    const known = new Set([...guides.map(({ id }) => id), ...spec.operations.map(({ id }) => id)]);
    const links = sections.flatMap(({ markdown }) => [...markdown.matchAll(/\]\(#([^)]*)\)/g)].map(([, id]) => id));

    expect(links.filter((id) => !known.has(id ?? ""))).toEqual([]);
  });

  it("have a changelog that names the version of the spec, once there is a release", () => {
    const changelog = sections.find(({ title }) => title === "Changelog");
    const version = spec.document.info?.version;

    expect(changelog?.markdown).toContain(version === "0.0.0" ? "**Not released yet.**" : `**${version}.**`);
  });
});
