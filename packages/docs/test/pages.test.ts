import { readdirSync, readFileSync } from "node:fs";
import { createMockFetch, startMock } from "@testsigma-tms/mock";
import { describe, expect, it } from "vitest";
import { llmsText } from "../src/llms-text.ts";
import { splitSections } from "../src/sections.ts";
import { description } from "./built-docs.ts";
import { runSample, typeCheck } from "./sample-runner.ts";

const folder = new URL("../pages/", import.meta.url);
const texts = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
const readme = { name: "README.md", text: readFileSync(new URL("../README.md", import.meta.url), "utf8") };
const blocks = (lang: string) =>
  [...texts, readme].flatMap(({ name, text }) =>
    [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
      .filter(([, found]) => found === lang)
      .map(([, , code = ""]) => ({ name, code })),
  );

describe("the pages of the docs, and its README", () => {
  it.each(blocks("ts"))("have TypeScript that type-checks: $name", async ({ code }) => {
    const { code: exit, stdout } = await typeCheck(code);

    expect(exit, stdout).toBe(0);
  });

  it("ask the mock for an error by its name", async () => {
    await using mock = await startMock();
    const [line] = blocks("sh");
    const { code, stdout } = await runSample("curl", line?.code.replace("http://127.0.0.1:4010", mock.url) ?? "");

    expect(code).toBe(22);
    expect(JSON.parse(stdout)).toEqual({ message: "rate limit exceeded" });
  });

  it("have a mock that refuses the key `invalid`, as they say", async () => {
    const answer = await createMockFetch()("http://127.0.0.1/projects/c47ade67-0543-4582-a4a5-b7de447c94f5/test_runs", {
      method: "POST",
      headers: { Authorization: "Bearer invalid", "Content-Type": "application/json" },
      body: "{}",
    });

    expect(answer.status).toBe(401);
  });

  it("have a changelog that names the version of the description", () => {
    const changelog = texts
      .flatMap(({ text }) => splitSections(text).sections)
      .find(({ title }) => title === "Changelog");

    expect(changelog?.markdown).toContain(`**${description.info.version}.**`);
  });
});

describe("llms.txt", () => {
  const text = llmsText(description, []);

  it("begins with title and summary", () => {
    expect(text).toMatch(/^# Testsigma Test Management API 0\.1\.0 \(unofficial\)\n\n> Create test runs/);
  });

  it("has a row for each field, nested ones too, with its mark", () => {
    expect(text).toContain("| `static_selection_filters[].values` | array of string | yes |");
    expect(text).toContain(
      "| `test_plan_id` | string (uuid) | no | Unique identifier of the test plan to link the run to. (observed) |",
    );
    expect(text).toContain("| `data.test_run.id` | string (uuid) | yes |");
  });

  it("has the samples and the error bodies", () => {
    expect(text).toContain("### Python\n\n```python\nimport requests");
    expect(text).toContain(`"message": "rate limit exceeded"`);
  });
});
