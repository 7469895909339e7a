import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { collectMatches } from "../../src/match/collect-matches.ts";
import type { Repeated } from "../../src/read/attempts.ts";
import { readReports } from "../../src/read/read-reports.ts";

const cwd = fileURLToPath(new URL("../fixtures/counted/", import.meta.url));

/** Counts the tests of a report: all, passed, failed, skipped, and others if there are any. */
async function count(report: string, repeated: Repeated = "worst") {
  const { counts, flakyTests, cases } = await collectMatches(readReports([report], { cwd, repeated }), {
    prefix: "DEMO",
  });
  const { passed, failed, skipped, blocked } = counts;
  const others = `${blocked ? `, ${blocked} blocked` : ""}${flakyTests ? `, ${flakyTests} flaky` : ""}`;
  return {
    counts: `${passed + failed + skipped + blocked}: ${passed}/${failed}/${skipped}${others}`,
    cases: Object.fromEntries(cases.map(({ caseId, status }) => [caseId, status])),
  };
}

/** The numbers that a person counted, as passed/failed/skipped. */
const counted: Readonly<Record<string, string>> = {
  "bats.xml": "3: 1/1/1",
  "behave/TESTS-shop.xml": "6: 3/2/1",
  "bun.xml": "7: 4/1/2",
  "busted.xml": "4: 1/2/1",
  "ctest.xml": "5: 1/1/3",
  "cucumber.xml": "6: 3/3/0",
  "cypress-style.xml": "4: 2/2/0",
  "deno.xml": "6: 4/1/1",
  "doctest.xml": "3: 2/1/0",
  "go-junit-report.xml": "9: 5/3/1",
  "gotestsum-rerun.xml": "7: 4/2/1",
  "gotestsum.xml": "9: 4/4/1",
  "gtest.xml": "6: 3/1/2",
  "jasmine.xml": "4: 2/1/1",
  "jest-suite-error.xml": "0: 0/0/0",
  "jest.xml": "7: 5/1/1",
  "karma.xml": "3: 1/1/1",
  "mocha-xunit.xml": "6: 2/2/2",
  "mocha.xml": "4: 2/2/0",
  "newman.xml": "4: 2/2/0",
  "node-test.xml": "5: 2/1/2",
  "nose2.xml": "6: 1/3/2",
  "phpunit.xml": "8: 4/2/2",
  "playwright-ctrf.json": "14: 6/4/4, 2 flaky",
  "playwright.xml": "14: 6/4/4",
  "pytest-xunit1.xml": "11: 5/4/2",
  "pytest.xml": "11: 5/4/2",
  "rspec.xml": "5: 3/1/1",
  "tap-died.xml": "2: 1/1/0",
  "tap-perl.xml": "4: 3/1/0",
  "tap-xunit.xml": "4: 1/1/2",
  "vitest.xml": "7: 4/1/2",
  "wdio.xml": "3: 1/0/2",
  "x-ctrf.json": "7: 4/1/1, 1 blocked, 1 flaky",
  "xmlrunner/TEST-Shop-20261128224359.xml": "6: 1/3/2",
};

describe("reports that a person counted", () => {
  it("are all here", async () => {
    const files = (await readdir(cwd, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
    expect(files.filter((file) => /\.(xml|json)$/.test(file)).toSorted()).toEqual(Object.keys(counted).toSorted());
  });

  it.each(Object.entries(counted))("%s: %s", async (report, expected) => {
    expect((await count(report)).counts).toBe(expected);
  });
});

describe("a suite that died", () => {
  it.each([
    ["newman without a connection", "newman.xml", "DEMO-3"],
    ["mocha's hook", "mocha-xunit.xml", "DEMO-3"],
  ])("fails the test case that it names: %s", async (_, report, caseId) => {
    expect((await count(report)).cases[caseId]).toBe("failed");
  });

  it("is a failed test of its name, with what it said", async () => {
    const tests = await Array.fromAsync(readReports(["tap-died.xml"], { cwd }));
    expect(tests.at(-1)).toMatchObject({
      name: "died_t",
      status: "failed",
      message: expect.stringContaining("Dubious, test returned 255"),
    });
  });
});

describe("attempts of one test", () => {
  it("count as the worst, the last, or as the test command that passed says", async () => {
    const statuses = async (repeated: Repeated) => (await count("gotestsum-rerun.xml", repeated)).counts;
    expect(await statuses("worst")).toBe("7: 4/2/1");
    expect(await statuses("last")).toBe("7: 5/1/1, 1 flaky");
    expect(await statuses("passed")).toBe("7: 5/1/1, 1 flaky");
  });
});

it("reads the ids of annotations that Playwright's CTRF reporter writes", async () => {
  const tests = await Array.fromAsync(readReports(["playwright-ctrf.json"], { cwd }));
  expect(tests[0]?.properties).toContainEqual({ name: "testsigma_id", value: "DEMO-1" });
});
