import { afterAll, describe, expect, it } from "vitest";
import { spec } from "../support/built-docs.ts";
import { search, visit } from "../support/reader.ts";

const page = await visit("createTestRun");

describe("search", () => {
  afterAll(() => page.close());

  it.each([
    ["set results", "Set results of test cases"],
    ["createTestRun", "Create a test run"],
    ["test run", "Create a test run"],
    ["create", "Create a test run"],
    ["junit-import", "Import a JUnit report"],
    ["upload file", "Import a JUnit report"],
    ["close run", "Close a run"],
    ["create run for folder", "Create a run for a folder"],
    ["api key", "Authentication"],
    ["429", "Limits and retries"],
    ["ratelimit", "Limits and retries"],
    ["rate limt", "rate_limited Errors: 500"],
    ["status ids", "List test case statuses"],
    ["python", "From Python"],
    ["milliseconds", "Timestamps"],
    ["test run cases", "List the test cases of a run"],
    ["static_selection_filters", "static_selection_filters Create a test run"],
    ["data.test_run.human_id", "data.test_run.human_id Create a test run"],
    ["createdAt", "createdAt"],
    ["title already exists", "duplicate_title Errors: 400 Bad Request"],
  ])("finds first for %j: %s", async (text, first) => {
    expect((await search(page, text)).slice(0, 3)[0]).toContain(first);
  });

  it("finds similar words if no page has the words themselves", async () => {
    expect((await search(page, "tst run")).slice(0, 3).join()).toContain("Create a test run");
    expect((await search(page, "lebel names"))[0]).toContain("label_names");
  });

  it.each(["constructor", "__proto__"])("takes the name of something in JavaScript for a word: %s", async (text) => {
    expect(await search(page, text)).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  it("finds the name of every scenario", async () => {
    const names = spec.operations.flatMap(({ responses }) =>
      responses.flatMap(({ content }) => content.flatMap(({ examples }) => Object.keys(examples))),
    );
    const missing: string[] = [];
    for (const name of new Set(names)) {
      const results = await search(page, name);
      if (!results.some((result) => result.startsWith(name))) missing.push(name);
    }

    expect(missing).toEqual([]);
  });

  it("shows what it found, in whole words", async () => {
    const results = await search(page, "timeout");

    expect(results.length).toBeGreaterThan(2);
    for (const result of results) expect(result).toMatch(/timeout/i);
    const [guide = ""] = results.filter((result) => result.startsWith("Limits and retries"));
    expect(guide).toMatch(/Guide … \S.* timeout .* …\s*$/);
    const excerpts = await search(page, "rate limit");
    expect(excerpts.join(" ")).toContain("allowed (observed). Requests");
    expect([...results, ...excerpts].join(" ")).not.toMatch(/&#?\w+;|Copy|import \{|<\w+>|\*\*/);
  });

  it("says when there is nothing to find, and closes with Escape", async () => {
    expect(await search(page, "xylophone")).toEqual([]);
    await page.getByRole("dialog").getByText("No results").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });
});
